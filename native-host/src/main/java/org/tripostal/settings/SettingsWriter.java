package org.tripostal.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Changes one setting in {@code settings.yaml}; every other character, comments too, stays as the user wrote it. */
public final class SettingsWriter {

    private static final String INDENT = "  ";

    private SettingsWriter() {}

    /**
     * Writes {@code active}.
     *
     * @throws IOException where the file cannot be read or written; it is then as it was
     */
    public static void setActive(Path file, boolean active) throws IOException {
        set(file, "active", String.valueOf(active));
    }

    /** Whether there may be a setting of this name: {@code active}, or a section with a dot and a name behind it. */
    public static boolean isName(String name) {
        return SettingsReader.isName(name);
    }

    /**
     * Writes one setting, which is added where it is missing.
     *
     * @param name the setting, with a dot behind its section: {@code netiquette.exposed-recipients}
     * @param value its value, as {@link SettingsReader} is to find it; quotation marks are set where YAML needs them
     * @throws IOException where the file cannot be read or written, or the setting's place in it cannot be found; it is then as it was
     */
    public static void set(Path file, String name, String value) throws IOException {
        UserFile.write(file, changed(UserFile.readToChange(file), name, value, new Problems(file, Locale.ENGLISH)));
    }

    private static String changed(String text, String name, String plainValue, Problems problems) throws IOException {
        String value = YamlText.scalar(plainValue);
        String newLine = text.contains("\r\n") ? "\r\n" : "\n";
        List<String> lines = new ArrayList<>(text.lines().toList());
        Optional<Node> root = YamlText.parse(text, problems);
        int dot = name.indexOf('.');
        if (dot < 0) {
            List<NodeTuple> entries = root.map(node -> entries(node, name)).orElse(List.of());
            for (NodeTuple entry : entries) {
                replaceValue(lines, entry, value);
            }
            if (entries.isEmpty()) {
                lines.add(firstPlace(lines), name + ": " + value);
            }
        } else {
            String key = name.substring(dot + 1);
            List<NodeTuple> sections = root.map(node -> entries(node, name.substring(0, dot))).orElse(List.of());
            List<NodeTuple> entries = sections.stream().flatMap(section -> entries(section.getValueNode(), key).stream()).toList();
            for (NodeTuple entry : entries) {
                replaceValue(lines, entry, value);
            }
            if (entries.isEmpty() && !sections.isEmpty()) {
                addToSection(lines, sections.get(sections.size() - 1), YamlText.scalar(key) + ": " + value);
            } else if (sections.isEmpty()) {
                lines.add(name.substring(0, dot) + ":");
                lines.add(INDENT + YamlText.scalar(key) + ": " + value);
            }
        }
        boolean endsOpen = !text.isEmpty() && !text.endsWith("\n") && lines.size() == text.lines().count();
        return String.join(newLine, lines) + (endsOpen ? "" : newLine);
    }

    private static void addToSection(List<String> lines, NodeTuple section, String setting) throws IOException {
        int line = start(section.getKeyNode()).getLine();
        boolean filled = section.getValueNode() instanceof MappingNode mapping && !mapping.getValue().isEmpty();
        if (filled && start(section.getValueNode()).getLine() == line) {
            throw new IOException("line " + (line + 1) + " holds several settings; give each a line of its own");
        }
        String indent = filled ? " ".repeat(start(section.getValueNode()).getColumn()) : INDENT;
        lines.add(line + 1, indent + setting);
    }

    /** First in the file, so that it belongs to no other setting; but behind the line {@code ---} where one opens the document. */
    private static int firstPlace(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.matches("---\\s*(?:#.*)?")) {
                return i + 1;
            }
            if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("%")) {
                return 0;
            }
        }
        return 0;
    }

    /** All that say it: the last one counts, but a person reads the first. */
    private static List<NodeTuple> entries(Node node, String key) {
        if (!(node instanceof MappingNode mapping)) {
            return List.of();
        }
        return mapping.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key))
                .toList();
    }

    private static void replaceValue(List<String> lines, NodeTuple entry, String value) throws IOException {
        Mark from = start(entry.getValueNode());
        Mark to = entry.getValueNode().getEndMark().orElseThrow();
        Mark keyEnd = entry.getKeyNode().getEndMark().orElseThrow();
        boolean empty = entry.getValueNode() instanceof ScalarNode scalar && scalar.getValue().isEmpty() && from.getIndex() == to.getIndex();
        if (!empty && from.getLine() != to.getLine()) {
            throw new IOException("the value on line " + (from.getLine() + 1) + " goes over several lines; write it on one");
        }
        String line = lines.get(keyEnd.getLine());
        if (empty) {
            int colon = line.indexOf(':', offset(line, keyEnd.getColumn()));
            lines.set(keyEnd.getLine(), line.substring(0, colon + 1) + " " + value + line.substring(colon + 1));
        } else {
            String valueLine = lines.get(from.getLine());
            lines.set(from.getLine(), valueLine.substring(0, offset(valueLine, from.getColumn())) + value + valueLine.substring(offset(valueLine, to.getColumn())));
        }
    }

    /** YAML counts code points, strings count chars. */
    private static int offset(String line, int column) {
        return line.offsetByCodePoints(0, column);
    }

    private static Mark start(Node node) {
        return node.getStartMark().orElseThrow();
    }
}
