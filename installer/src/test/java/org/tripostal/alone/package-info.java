/** The real program without Thunderbird: what it takes of the computer, what it leaves there, and whom it talks to. */
package org.tripostal.alone;
