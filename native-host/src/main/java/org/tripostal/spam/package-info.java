/** The learner: what the user's own marks say of a message. It keeps hashed features of the marked messages, never their text. */
package org.tripostal.spam;
