/**
 * Makes facts of a message, from Thunderbird's JSON or from RFC 822 text. For the same message both give the same facts, for every field that
 * rules read; only the size may differ, and {@code x-mozilla-*} fields, which Thunderbird adds to its own copies, are dropped.
 */
package org.tripostal.reader;
