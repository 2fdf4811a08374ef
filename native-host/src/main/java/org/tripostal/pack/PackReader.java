package org.tripostal.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a pack from a file of rules, a folder, or a ZIP file of one. What has no business in a pack makes it no pack. */
public final class PackReader {

    private static final int MOST_FILES = 1_000;
    private static final int LARGEST_FILE = 1 << 20;
    private static final long LARGEST_PACK = 20L << 20;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,60}");
    private static final Pattern RULES = Pattern.compile("(?:[\\p{L}\\p{N}_ -][\\p{L}\\p{N}_. -]*/)*[\\p{L}\\p{N}_ -][\\p{L}\\p{N}_. -]*\\.(?:drl|dslr|dsl)");
    private static final Pattern BESIDE = Pattern.compile("(?:pack\\.yaml|pack\\.sig|README[\\w.-]*|LICENSE[\\w.-]*|cases/(?:[\\p{L}\\p{N}_ -][\\p{L}\\p{N}_. -]*/)*[\\p{L}\\p{N}_ -][\\p{L}\\p{N}_. -]*\\.(?:eml|json|yaml|csv))");

    private final TreeMap<String, byte[]> files = new TreeMap<>();
    private long total;

    private PackReader() {}

    /**
     * Reads a pack.
     *
     * @param path a {@code .drl} or {@code .dslr} file, a folder, or a {@code .zip} file
     * @throws PackException where it is none
     * @throws IOException where it cannot be read
     */
    public static RulePack read(Path path) throws IOException, PackException {
        String fileName = path.toAbsolutePath().normalize().getFileName().toString();
        if (!Files.isDirectory(path)) {
            return read(fileName, Files.newInputStream(path));
        }
        PackReader reader = new PackReader();
        reader.folder(path);
        return reader.pack(named(fileName));
    }

    /**
     * Reads a pack from the content of a file.
     *
     * @param fileName what the file is called: {@code .zip}, {@code .drl} or {@code .dslr} tells what it is
     * @param content is closed
     * @throws PackException where it is none
     * @throws IOException where it cannot be read
     */
    public static RulePack read(String fileName, InputStream content) throws IOException, PackException {
        PackReader reader = new PackReader();
        if (fileName.endsWith(".zip")) {
            reader.zip(fileName, content);
        } else {
            reader.add(fileName, content);
        }
        return reader.pack(named(fileName));
    }

    /** The name of a pack that does not say how it is called. */
    private static String named(String fileName) {
        return fileName.replaceFirst("\\.(?:zip|drl|dslr)$", "").replace(' ', '-');
    }

    private void folder(Path folder) throws IOException, PackException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)).limit(MOST_FILES + 1L).toList();
        }
        for (Path file : all) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new PackException("notAFile", Map.of("file", name));
            }
            add(name, Files.newInputStream(file));
        }
    }

    private void zip(String file, InputStream content) throws IOException, PackException {
        try (ZipInputStream zip = new ZipInputStream(content)) {
            boolean empty = true;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                empty = false;
                if (!entry.isDirectory()) {
                    add(entry.getName(), zip);
                }
            }
            if (empty) {
                throw new PackException("notAZip", Map.of("file", file));
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new PackException("notAZip", Map.of("file", file));
        }
        unwrap();
    }

    /** People zip a folder as well as what is in it. */
    private void unwrap() {
        List<String> tops = files.keySet().stream().map(name -> name.substring(0, name.indexOf('/') + 1)).distinct().toList();
        if (tops.size() == 1 && !tops.get(0).isEmpty() && !tops.get(0).equals("cases/")) {
            Map<String, byte[]> inner = new TreeMap<>();
            files.forEach((name, content) -> inner.put(name.substring(tops.get(0).length()), content));
            files.clear();
            files.putAll(inner);
        }
    }

    private void add(String name, InputStream in) throws IOException, PackException {
        byte[] content = in.readNBytes(LARGEST_FILE + 1);
        if (!(in instanceof ZipInputStream)) {
            in.close();
        }
        total += content.length;
        if (content.length > LARGEST_FILE || total > LARGEST_PACK || files.size() >= MOST_FILES) {
            throw new PackException("tooLarge", Map.of("file", name));
        }
        if (name.startsWith("/") || name.contains("..") || files.put(name, content) != null) {
            throw new PackException("noBusiness", Map.of("file", name));
        }
    }

    private RulePack pack(String fallback) throws PackException {
        for (String name : files.keySet()) {
            if (!RULES.matcher(name).matches() && !BESIDE.matcher(name).matches()) {
                throw new PackException("noBusiness", Map.of("file", name));
            }
        }
        if (files.keySet().stream().noneMatch(name -> name.endsWith(".drl") || name.endsWith(".dslr"))) {
            throw new PackException("noRules", Map.of());
        }
        Map<?, ?> described = description();
        String name = described.get("name") == null ? fallback : String.valueOf(described.get("name"));
        if (!NAME.matcher(name).matches()) {
            throw new PackException("badName", Map.of("name", name));
        }
        return new RulePack(name, described.get("version") == null ? "" : String.valueOf(described.get("version")), files);
    }

    private Map<?, ?> description() throws PackException {
        byte[] text = files.get(RulePack.DESCRIPTION);
        if (text == null) {
            return Map.of();
        }
        try {
            Object read = new Load(LoadSettings.builder().build()).loadFromString(new String(text, StandardCharsets.UTF_8));
            if (read instanceof Map<?, ?> map) {
                return map;
            }
        } catch (YamlEngineException e) {
            throw new PackException("badDescription", Map.of("reason", String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
        }
        throw new PackException("badDescription", Map.of("reason", "name: …"));
    }
}
