/** What the journal and the learner keep their tables in: SQLite's library, and files that several programs may open at the same moment. */
package org.tripostal.sqlite;
