/** The actions: what a rule may decide. A rule inserts them; it never carries them out. */
package org.tripostal.action;
