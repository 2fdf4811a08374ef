package org.tripostal.image;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Classes compiled for Java 5, such as picocli's, have none of the frames by which newer classes are verified, and the virtual machine keeps no such class
 * in an archive: each start would load and verify them afresh, which takes longer than all else the command line does. Here they get their frames;
 * what they do stays the same.
 */
final class OldClasses {

    /** Of the first classes with frames, those of Java 6. */
    private static final int FIRST_WITH_FRAMES = 50;

    private static final int VERSION_HIGH_BYTE = 6;

    private OldClasses() { }

    /** Whether a jar has classes without frames. */
    static boolean areIn(Path jar) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().endsWith(".class") && isOld(entries.readNBytes(VERSION_HIGH_BYTE + 2))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Writes the jar anew, with frames. Its entries keep their times, so that the same jar always comes out. */
    static void renew(Path jar, Path to) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
                ZipInputStream from = new ZipInputStream(Files.newInputStream(jar));
                ZipOutputStream into = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] content = from.readAllBytes();
                ZipEntry renewed = new ZipEntry(entry.getName());
                renewed.setTime(entry.getTime());
                into.putNextEntry(renewed);
                into.write(entry.getName().endsWith(".class") && isOld(content) ? withFrames(content, loader) : content);
                into.closeEntry();
            }
        } catch (IllegalArgumentException | TypeNotPresentException e) {
            throw new IOException("The classes of " + jar + " cannot be given frames: " + e.getMessage(), e);
        }
    }

    private static boolean isOld(byte[] file) {
        return file.length > VERSION_HIGH_BYTE + 1 && (file[VERSION_HIGH_BYTE] & 0xFF) == 0 && (file[VERSION_HIGH_BYTE + 1] & 0xFF) < FIRST_WITH_FRAMES;
    }

    private static byte[] withFrames(byte[] file, ClassLoader loader) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return loader;
            }
        };
        new ClassReader(file).accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
                super.visit(Opcodes.V1_8, access, name, signature, superName, interfaces);
            }
        }, ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }
}
