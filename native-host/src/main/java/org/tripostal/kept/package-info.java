/** All that Tripostal keeps on the computer: where it lies, how much it is, and how it is wiped. */
package org.tripostal.kept;
