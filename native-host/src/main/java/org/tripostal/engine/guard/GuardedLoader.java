package org.tripostal.engine.guard;

import java.util.Map;

/**
 * Loads the classes of one rule file, after {@link Guard#check} found nothing. It is a second wall: through it a rule's classes see themselves and what
 * {@code allowed.txt} names, and nothing else, whatever they ask for.
 */
public final class GuardedLoader extends ClassLoader {

    private static final AllowList ALLOWED = AllowList.instance();

    static {
        registerAsParallelCapable();
    }

    private final Map<String, byte[]> classes;

    /**
     * @param file the rule file, to name the loader by
     * @param classes all its classes, by their path in a jar
     * @param parent where facts, actions and the engine are loaded
     */
    public GuardedLoader(String file, Map<String, byte[]> classes, ClassLoader parent) {
        super("rules of " + file, parent);
        this.classes = Map.copyOf(classes);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            String path = name.replace('.', '/');
            byte[] own = classes.get(path + ".class");
            if (own != null) {
                return defineClass(name, own, 0, own.length);
            }
            if (ALLOWED.allowsMention(path)) {
                return super.loadClass(name, resolve);
            }
            throw new ClassNotFoundException(name + ": rules may not use it");
        }
    }
}
