/** Turns DRL into classes of the executable model. Needs the Drools compiler, which the host never loads: it runs at build time. */
package org.tripostal.engine.compile;
