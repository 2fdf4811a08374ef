/** Scores the rules on messages that people have labelled: what was found against what should have been. */
package org.tripostal.evaluation;
