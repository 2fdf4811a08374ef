/** {@code ./demo}: mail written for the purpose, delivered to a real Thunderbird, and told live. */
package org.tripostal.demo;
