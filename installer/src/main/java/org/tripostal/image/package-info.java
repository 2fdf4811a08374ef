/** Makes the image: a linked Java runtime, launchers, and start-up archives that are proved to be in use. Only at build time. */
package org.tripostal.image;
