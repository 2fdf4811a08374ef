/** The promises of the product, proved in a real Thunderbird against a mail server. */
package org.tripostal.endtoend;
