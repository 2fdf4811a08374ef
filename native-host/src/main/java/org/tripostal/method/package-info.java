/** One class for each method of {@code PROTOCOL.md}. Rules are not known here: the engine judges, the readers read. */
package org.tripostal.method;
