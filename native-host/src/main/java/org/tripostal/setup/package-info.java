/** Whether all is in place on this computer: what Thunderbird must find, and what may be wrong with it. */
package org.tripostal.setup;
