/** What a mad or hostile peer could say to the real program: generated from a seed, so that what was found once is found again. */
package org.tripostal.fuzz;
