package org.tripostal.engine.guard;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Holds the classes that were generated from one rule file against the list of what rules may use. */
final class ClassCheck {

    private static final AllowList ALLOWED = AllowList.instance();
    /** What the executable model hands to a consequence; in DRL it is called {@code drools}. */
    private static final String HELPER = "org.drools.model.Drools";

    /**
     * Something that is not allowed.
     *
     * @param owner the class it belongs to, with dots
     * @param member the member; empty where it is the class itself
     * @param ownerAllowed whether rules may use other members of the class
     * @param why what it would do
     */
    record Offence(String owner, String member, boolean ownerAllowed, Why why) {

        /** As Java writes it. */
        String shown() {
            return member.isEmpty() || "<init>".equals(member) ? owner : owner + "." + member;
        }
    }

    private final Map<String, ClassFile> own = new TreeMap<>();
    private final Set<Offence> offences = new LinkedHashSet<>();

    private ClassCheck() {}

    /**
     * What in these classes is not allowed.
     *
     * @param drlPackage the package that the file says it is
     * @param classes all generated classes, by their path in a jar
     */
    static Set<Offence> of(String drlPackage, Map<String, byte[]> classes) {
        ClassCheck check = new ClassCheck();
        check.read(drlPackage, classes);
        check.own.values().forEach(check::check);
        return check.offences;
    }

    private void read(String drlPackage, Map<String, byte[]> classes) {
        String folder = drlPackage.replace('.', '/') + "/";
        for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
            try {
                ClassFile file = ClassFile.read(entry.getValue());
                if (!entry.getKey().equals(file.name() + ".class") || !file.name().startsWith(folder)) {
                    offences.add(new Offence(dotted(file.name()), "", false, Why.PACKAGE));
                }
                own.put(file.name(), file);
            } catch (IOException e) {
                offences.add(new Offence(entry.getKey(), "", false, Why.CLASS_FILE));
            }
        }
    }

    private void check(ClassFile file) {
        file.oddities().forEach(oddity -> offences.add(new Offence(dotted(file.name()), oddity, false, Why.CLASS_FILE)));
        for (String supertype : file.supertypes()) {
            if (!own.containsKey(supertype) && !ALLOWED.allowsSupertype(supertype)) {
                offences.add(new Offence(dotted(supertype), "", false, Why.SUPERTYPE));
            }
        }
        for (ClassFile.Member bootstrap : file.bootstraps()) {
            if (!ALLOWED.allowsBootstrap(bootstrap.owner(), bootstrap.name())) {
                offences.add(new Offence(dotted(bootstrap.owner()), bootstrap.name(), false, Why.REFLECTION));
            }
        }
        for (String name : file.classes()) {
            if (!own.containsKey(name) && !ALLOWED.allowsClass(name)) {
                offences.add(new Offence(dotted(name), "", false, Why.ofClass(dotted(name))));
            }
        }
        for (ClassFile.Member member : file.members()) {
            if (!allowed(member) && !file.bootstraps().contains(member)) {
                String owner = dotted(member.owner());
                boolean known = own.containsKey(member.owner()) || ALLOWED.allowsClass(member.owner());
                offences.add(new Offence(owner, member.name(), known, why(owner, known)));
            }
        }
        for (String name : file.mentioned()) {
            if (!own.containsKey(name) && !ALLOWED.allowsMention(name)) {
                offences.add(new Offence(dotted(name), "", false, Why.ofClass(dotted(name))));
            }
        }
    }

    /** A member of the file's own classes is looked up as the virtual machine does: in the class, then in what it extends and implements. */
    private boolean allowed(ClassFile.Member member) {
        if (member.owner().startsWith("[")) {
            return "clone".equals(member.name());
        }
        ClassFile owner = own.get(member.owner());
        if (owner == null) {
            return ALLOWED.allowsMember(member.owner(), member.name());
        }
        return declared(owner, member) || owner.supertypes().stream()
                .anyMatch(supertype -> allowed(new ClassFile.Member(supertype, member.name(), member.descriptor())));
    }

    private static Why why(String owner, boolean known) {
        Why why = HELPER.equals(owner) ? Why.HELPER : Why.ofClass(owner);
        return known && why == Why.CLASS ? Why.MEMBER : why;
    }

    private static boolean declared(ClassFile owner, ClassFile.Member member) {
        return (member.descriptor().startsWith("(") ? owner.methods() : owner.fields()).contains(member.name() + member.descriptor());
    }

    private static String dotted(String name) {
        return name.replace('/', '.');
    }
}
