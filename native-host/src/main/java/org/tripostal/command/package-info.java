/** One class for each subcommand. What another front end needs too is not here. */
package org.tripostal.command;
