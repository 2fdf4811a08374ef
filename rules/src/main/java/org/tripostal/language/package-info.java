/** What is true of language in mail, in English and French: own words, capitals, subjects. Nothing of one rule's own. */
package org.tripostal.language;
