/**
 * Keeps rules from anyone to what a rule is for: looking at a message and deciding. {@link org.tripostal.engine.guard.Guard} refuses a rule file that
 * asks for anything else before any of it runs; {@link org.tripostal.engine.guard.GuardedLoader} is the second wall, where its classes are loaded.
 */
package org.tripostal.engine.guard;
