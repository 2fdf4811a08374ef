/** Drives a real Thunderbird: starts it in a throwaway home, presses what a user presses, and reads what a user and the mail server see. */
package org.tripostal.driver;
