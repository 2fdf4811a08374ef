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

    // From memory: where they come from may go at any time.
    private final Map<String, byte[]> classes;

    /**
     * @param classes all its classes, by their path in a jar
     * @param parent where facts, actions and the engine are loaded
     */
    public GuardedLoader(Map<String, byte[]> classes, ClassLoader parent) {
        super(parent);
        this.classes = Map.copyOf(classes);
    }

    /** Reads what rules may use, before the first loader asks for it. */
    public static void prepare() {
        AllowList.instance();
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
