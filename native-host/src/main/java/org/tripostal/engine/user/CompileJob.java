package org.tripostal.engine.user;

/**
 * What the compiler is asked to do: one file.
 *
 * @param key under which the outcome is kept in the cache
 * @param name the file's path below the rules folder
 * @param pack the pack of its rules
 * @param drlPackage the DRL package that its rules are put into
 * @param text what it says
 */
public record CompileJob(String key, String name, String pack, String drlPackage, String text) {

    static CompileJob of(RuleFile file) {
        return new CompileJob(file.key(), file.name(), file.pack(), file.drlPackage(), file.text());
    }
}
