package org.tripostal.engine.user;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.tripostal.engine.RuleError;

/** Finds and reads the files of rules below a folder. Whatever lies there, it ends soon and says what it could not take. */
public final class RuleFolder {

    /** More rule files than this are a folder that was put there by mistake. */
    static final int MOST_FILES = 500;
    /** A file of rules that is larger is none, in bytes. */
    static final int LARGEST_FILE = 1 << 20;

    private static final int MOST_ENTRIES = 50_000;
    private static final int DEEPEST = 16;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * What was found.
     *
     * @param files those that could be read, sorted by name
     * @param errors what could not be taken, by the path of a file or a folder
     */
    public record Found(List<RuleFile> files, Map<Path, RuleError> errors) {}

    private final Path folder;
    private final String compiler;
    private final String prefix;
    private final Function<Path, Optional<RuleError>> objection;
    private final Map<String, Path> paths = new LinkedHashMap<>();
    private final Map<Path, RuleError> errors = new LinkedHashMap<>();
    private int entries;

    private RuleFolder(Path folder, String compiler, String prefix, Function<Path, Optional<RuleError>> objection) {
        this.folder = folder;
        this.compiler = compiler;
        this.prefix = prefix;
        this.objection = objection;
    }

    /** Whether a file of this name holds rules. Those that editors put beside them for a moment do not. */
    public static boolean holdsRules(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(".drl") || name.endsWith(".dslr"));
    }

    /**
     * Reads what lies below a folder, symbolic links followed; nothing where there is no such folder.
     *
     * @param folder the folder, or a file, which is then the only one
     * @param compiler names the compiler, in the keys of the files
     */
    public static Found read(Path folder, String compiler) {
        return read(folder, compiler, "", path -> Optional.empty());
    }

    /**
     * The same for a folder of which not everything is taken.
     *
     * @param prefix what the names of its files begin with
     * @param objection what speaks against a file or a folder that is there; such are left out
     */
    static Found read(Path folder, String compiler, String prefix, Function<Path, Optional<RuleError>> objection) {
        return new RuleFolder(folder, compiler, prefix, objection).read();
    }

    private Found read() {
        Optional<RuleError> refused = Files.exists(folder) ? objection.apply(folder) : Optional.empty();
        if (refused.isPresent()) {
            return new Found(List.of(), Map.of(folder, refused.get()));
        }
        if (Files.isRegularFile(folder)) {
            paths.put(folder.getFileName().toString(), folder);
        } else if (Files.isDirectory(folder)) {
            try {
                Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new Visitor());
            } catch (IOException e) {
                errors.put(folder, unreadable(e));
            }
        }
        List<RuleFile> files = new ArrayList<>();
        List<String> names = paths.keySet().stream().sorted().toList();
        names.stream().limit(MOST_FILES).forEach(name -> read(name, paths.get(name), files));
        if (names.size() > MOST_FILES) {
            errors.put(folder, RuleError.ofFile("tooManyFiles",
                    Map.of("count", String.valueOf(names.size()), "limit", String.valueOf(MOST_FILES), "last", names.get(MOST_FILES - 1))));
        }
        return new Found(files.stream().sorted((one, other) -> one.name().compareTo(other.name())).toList(), errors);
    }

    private void read(String name, Path path, List<RuleFile> files) {
        try {
            Optional<RuleError> refused = objection.apply(path);
            if (refused.isPresent()) {
                errors.put(path, refused.get());
                return;
            }
            long size = Files.size(path);
            if (size > LARGEST_FILE) {
                errors.put(path, RuleError.ofFile("tooLarge", Map.of("size", String.valueOf(size >> 20), "limit", String.valueOf(LARGEST_FILE >> 20))));
                return;
            }
            byte[] bytes = Files.readAllBytes(path);
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            files.add(RuleFile.of(prefix + name, path, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, sentencesBeside(path), compiler));
        } catch (CharacterCodingException e) {
            errors.put(path, notUtf8(path));
        } catch (IOException e) {
            errors.put(path, unreadable(e));
        }
    }

    /** The author's own lists of sentences, {@code *.dsl} in the folder of a file of plain words. */
    private String sentencesBeside(Path path) throws IOException {
        if (!path.getFileName().toString().endsWith(".dslr") || path.toAbsolutePath().getParent() == null) {
            return "";
        }
        StringBuilder all = new StringBuilder();
        try (DirectoryStream<Path> lists = Files.newDirectoryStream(path.toAbsolutePath().getParent(), "*.dsl")) {
            for (Path list : StreamSupport.stream(lists.spliterator(), false).sorted().toList()) {
                Optional<RuleError> refused = objection.apply(list);
                if (refused.isPresent()) {
                    errors.put(list, refused.get());
                } else if (Files.size(list) <= LARGEST_FILE) {
                    all.append(Files.readString(list)).append('\n');
                }
            }
        }
        return all.toString();
    }

    private static RuleError notUtf8(Path path) {
        int line = 0;
        try {
            List<String> lines = new String(Files.readAllBytes(path), StandardCharsets.UTF_8).lines().toList();
            while (line < lines.size() && lines.get(line).indexOf('\uFFFD') < 0) {
                line++;
            }
            String source = line < lines.size() ? lines.get(line) : "";
            return new RuleError(line + 1, source.indexOf('\uFFFD') + 1, source, "notUtf8", Map.of());
        } catch (IOException e) {
            return unreadable(e);
        }
    }

    private static RuleError unreadable(IOException e) {
        return e instanceof FileSystemLoopException
                ? RuleError.ofFile("loop", Map.of())
                : RuleError.ofFile("unreadable", Map.of("reason", String.valueOf(e.getMessage())));
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (++entries > MOST_ENTRIES) {
                errors.put(folder, RuleError.ofFile("tooManyEntries", Map.of("limit", String.valueOf(MOST_ENTRIES))));
                return FileVisitResult.TERMINATE;
            }
            if (holdsRules(file)) {
                if (attributes.isRegularFile()) {
                    paths.put(folder.relativize(file).toString().replace('\\', '/'), file);
                } else {
                    errors.put(file, RuleError.ofFile("notAFile", Map.of()));
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            // A rule file, or a folder, that cannot be looked into; a link that leads nowhere and is no rule file is nobody's business.
            if (e instanceof FileSystemLoopException || holdsRules(file) || Files.isDirectory(file)) {
                errors.put(file, unreadable(e));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
