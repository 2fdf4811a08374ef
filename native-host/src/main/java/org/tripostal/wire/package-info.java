/** Frames, JSON-RPC and errors of {@code PROTOCOL.md}. What a method does is not known here. */
package org.tripostal.wire;
