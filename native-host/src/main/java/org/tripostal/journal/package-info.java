/**
 * What was done to which message, why, and how it was before: in SQLite, in the data folder, without bodies. It is what <em>Why?</em> and
 * <em>undo</em> read, and how a message is judged only once.
 */
package org.tripostal.journal;
