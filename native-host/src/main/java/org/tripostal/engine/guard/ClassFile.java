package org.tripostal.engine.guard;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a class file names (The Java Virtual Machine Specification, chapter 4). Everything that code can reach stands in the constant pool, whether it is
 * called, referred to by a method reference or handed to a bootstrap method; so what is not named here cannot be used.
 *
 * @param name its name, with slashes
 * @param supertypes the class it extends and the interfaces it implements
 * @param methods its own methods, {@code name} and descriptor as one string
 * @param fields its own fields, likewise
 * @param members the members it refers to
 * @param classes the classes it names as such: literals, casts, handlers, owners of members; array types without their brackets
 * @param mentioned the classes that stand only in the descriptors of members and methods
 * @param bootstraps the methods that link its {@code invokedynamic} instructions
 * @param oddities what no compiler of rules writes, in words of the specification
 */
record ClassFile(
        String name, Set<String> supertypes, Set<String> methods, Set<String> fields, Set<Member> members, Set<String> classes, Set<String> mentioned,
        Set<Member> bootstraps, List<String> oddities) {

    private static final int MAGIC = 0xCAFEBABE;
    private static final int ACC_NATIVE = 0x0100;
    private static final Pattern CLASS_IN_DESCRIPTOR = Pattern.compile("L([^;<]+);");

    /**
     * A member of a class, as code refers to it.
     *
     * @param owner the class through which it is reached, with slashes; an array type as its descriptor
     * @param name its name
     * @param descriptor its type
     */
    record Member(String owner, String name, String descriptor) {}

    /**
     * Reads a class file.
     *
     * @throws IOException where it is none
     */
    static ClassFile read(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new Reader(in).read();
        } catch (IndexOutOfBoundsException | ClassCastException | NullPointerException e) {
            throw new IOException("not a class file", e);
        }
    }

    private static final class Reader {

        private final DataInputStream in;
        private int[] tags;
        private Object[] pool;
        private final Set<Member> members = new HashSet<>();
        private final Set<String> classes = new HashSet<>();
        private final Set<String> mentioned = new HashSet<>();
        private final Set<Member> bootstraps = new HashSet<>();
        private final List<String> oddities = new ArrayList<>();

        Reader(DataInputStream in) {
            this.in = in;
        }

        ClassFile read() throws IOException {
            if (in.readInt() != MAGIC) {
                throw new IOException("not a class file");
            }
            in.readInt();
            readPool();
            walkPool();
            in.readUnsignedShort();
            String name = className(in.readUnsignedShort());
            Set<String> supertypes = new HashSet<>();
            int superclass = in.readUnsignedShort();
            if (superclass != 0) {
                supertypes.add(className(superclass));
            }
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                supertypes.add(className(in.readUnsignedShort()));
            }
            Set<String> fields = readMembers();
            Set<String> methods = readMembers();
            readAttributes();
            return new ClassFile(name, supertypes, methods, fields, members, classes, mentioned, bootstraps, oddities);
        }

        private void readPool() throws IOException {
            int size = in.readUnsignedShort();
            tags = new int[size];
            pool = new Object[size];
            for (int i = 1; i < size; i++) {
                tags[i] = in.readUnsignedByte();
                switch (tags[i]) {
                    case 1 -> pool[i] = in.readUTF();
                    case 3, 4 -> in.readInt();
                    case 5, 6 -> {
                        in.readLong();
                        i++;
                    }
                    case 7, 8, 16, 19, 20 -> pool[i] = in.readUnsignedShort();
                    case 9, 10, 11, 12, 17, 18 -> pool[i] = new int[] {in.readUnsignedShort(), in.readUnsignedShort()};
                    case 15 -> pool[i] = new int[] {in.readUnsignedByte(), in.readUnsignedShort()};
                    default -> throw new IOException("a constant of the unknown kind " + tags[i]);
                }
            }
        }

        private void walkPool() {
            for (int i = 1; i < tags.length; i++) {
                switch (tags[i]) {
                    case 7 -> nameClass(className(i));
                    case 9, 10, 11 -> members.add(member(i));
                    case 12 -> mention(text(((int[]) pool[i])[1]));
                    case 16 -> mention(text((Integer) pool[i]));
                    case 17 -> oddities.add("CONSTANT_Dynamic");
                    case 19, 20 -> oddities.add("CONSTANT_Module");
                    default -> { }
                }
            }
        }

        private void nameClass(String name) {
            if (name.startsWith("[")) {
                Matcher element = CLASS_IN_DESCRIPTOR.matcher(name);
                if (element.find()) {
                    classes.add(element.group(1));
                }
            } else {
                classes.add(name);
            }
        }

        private void mention(String descriptor) {
            Matcher found = CLASS_IN_DESCRIPTOR.matcher(descriptor);
            while (found.find()) {
                mentioned.add(found.group(1));
            }
        }

        private Set<String> readMembers() throws IOException {
            Set<String> own = new HashSet<>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                int access = in.readUnsignedShort();
                String name = text(in.readUnsignedShort());
                String descriptor = text(in.readUnsignedShort());
                own.add(name + descriptor);
                mention(descriptor);
                if ((access & ACC_NATIVE) != 0 && descriptor.startsWith("(")) {
                    oddities.add("native " + name);
                }
                if ("finalize()V".equals(name + descriptor)) {
                    oddities.add(name);
                }
                readAttributes();
            }
            return own;
        }

        private void readAttributes() throws IOException {
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                String name = text(in.readUnsignedShort());
                int length = in.readInt();
                if ("BootstrapMethods".equals(name)) {
                    for (int methods = in.readUnsignedShort(); methods > 0; methods--) {
                        int[] handle = (int[]) pool[in.readUnsignedShort()];
                        bootstraps.add(member(handle[1]));
                        in.skipNBytes(2L * in.readUnsignedShort());
                    }
                } else {
                    in.skipNBytes(length);
                }
            }
        }

        private Member member(int index) {
            int[] reference = (int[]) pool[index];
            int[] nameAndType = (int[]) pool[reference[1]];
            return new Member(className(reference[0]), text(nameAndType[0]), text(nameAndType[1]));
        }

        private String className(int index) {
            return text((Integer) pool[index]);
        }

        private String text(int index) {
            return (String) pool[index];
        }
    }
}
