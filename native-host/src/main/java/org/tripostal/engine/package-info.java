/** Runs compiled rules over facts, settles which decision wins, and says why. It knows nothing of mail formats or the wire. */
package org.tripostal.engine;
