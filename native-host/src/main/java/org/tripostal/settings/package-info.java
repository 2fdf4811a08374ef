/** What the user wrote: where the files lie, how they are read, and what could not be taken of them. */
package org.tripostal.settings;
