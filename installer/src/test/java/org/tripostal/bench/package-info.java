/** What {@code ./bench} measures: the start, the engine, {@code check} against Pigeonhole, memory. Not part of {@code ./test}: figures need a quiet machine. */
package org.tripostal.bench;
