/** Packs of rules as they are handed from one person to another: read, weighed, signed, put into the rules folder and taken out again. */
package org.tripostal.pack;
