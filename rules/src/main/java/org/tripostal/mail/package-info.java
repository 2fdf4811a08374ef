/**
 * The facts: what a rule may look at. A fact holds what was read and what follows from it, never how it was read; it does not change.
 *
 * <p>Addresses, domains and header names are in lower case, so that {@code field == "literal"} finds them by index.
 */
package org.tripostal.mail;
