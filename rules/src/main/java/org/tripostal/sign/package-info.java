/** What speaks for spam or against it, found without any training: the sender, the links, the HTML, the words. Rules of the pack {@code spam} read it as {@code Sign} facts. */
package org.tripostal.sign;
