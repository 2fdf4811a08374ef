package org.tripostal.driver;

/**
 * A mail account of the person whose Thunderbird this is.
 *
 * @param email also the name to log in with
 * @param name the person's name, as it stands in From
 */
public record Account(String email, String name, String password) {

    public static Account of(String email, String name) {
        return new Account(email, name, "secret");
    }
}
