/** Rules in plain words: files {@code *.dslr} whose sentences stand in lists, {@code *.dsl}, and become DRL before anything else is done with them. */
package org.tripostal.engine.words;
