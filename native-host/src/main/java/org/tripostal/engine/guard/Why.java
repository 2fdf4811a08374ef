package org.tripostal.engine.guard;

import java.util.List;
import java.util.Locale;

/** What a word in a rule file would do that no rule may. Each has its sentence, {@code rules.refused.…}, in the messages of the program. */
public enum Why {
    /** Read or write files. */
    FILES("java.io.", "java.nio.", "java.util.Formatter", "java.util.Scanner", "java.util.zip.", "java.util.jar.", "java.util.logging.", "java.util.prefs."),
    /** Open connections. */
    NETWORK("java.net.", "javax.net.", "java.rmi.", "javax.naming."),
    /** Start other programs, or end this one. */
    PROCESSES("java.lang.Process", "java.lang.Runtime", "java.lang.Shutdown"),
    /** Look up classes and members by name. */
    REFLECTION("java.lang.Class", "java.lang.reflect.", "java.lang.invoke.", "java.lang.Module", "java.lang.StackWalker", "java.util.ServiceLoader", "sun.", "jdk.", "java.beans."),
    /** Work beside the rules. */
    THREADS("java.lang.Thread", "java.util.Timer", "java.util.concurrent.", "java.lang.Inheritable"),
    /** Read or change what the whole program has in common. */
    SYSTEM("java.lang.System", "java.util.Locale", "java.util.TimeZone", "java.lang.ref.", "java.security.", "java.lang.management."),
    /** Run text as a program. */
    SCRIPTS("javax.script.", "javax.tools.", "org.mvel", "javax.xml."),
    /** Take hold of the rule engine or of Tripostal itself. */
    ENGINE("org.drools.", "org.kie.", "org.tripostal."),
    /** Change or take away facts, or reach the session, through what a consequence is given. */
    HELPER,
    /** A class that no rule needs. */
    CLASS,
    /** A member that no rule needs, of a class that rules may use. */
    MEMBER,
    /** A class of the file's own that is made from something else than a fact. */
    SUPERTYPE,
    /** A class file that no compiler of rules makes. */
    CLASS_FILE,
    /** An import of something that rules may not use. */
    IMPORT,
    /** A package that belongs to others. */
    PACKAGE,
    /** A name that would become part of the generated program. */
    NAME,
    /** A letter written as a number. */
    UNICODE,
    /** The language MVEL. */
    DIALECT,
    /** A global. */
    GLOBAL,
    /** A source of facts other than the message. */
    ENTRY_POINT,
    /** A rule that waits. */
    TIMER,
    /** A value in a declared type that is more than a plain value. */
    LITERAL;

    private final List<String> prefixes;

    Why(String... prefixes) {
        this.prefixes = List.of(prefixes);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a class is for that is not allowed; by its name with dots. It chooses the sentence only, never whether something is refused. */
    static Why ofClass(String name) {
        for (Why why : values()) {
            if (why.prefixes.stream().anyMatch(name::startsWith)) {
                return why;
            }
        }
        return CLASS;
    }
}
