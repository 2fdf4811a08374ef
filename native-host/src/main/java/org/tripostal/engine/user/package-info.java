/**
 * The user's own rules: found in a folder, compiled by a second, short-lived program, kept in a cache, put in force together. Nothing here needs
 * the Drools compiler.
 */
package org.tripostal.engine.user;
