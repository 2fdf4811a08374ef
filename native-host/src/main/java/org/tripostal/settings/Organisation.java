package org.tripostal.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.tripostal.engine.Precedence;
import org.tripostal.engine.RuleError;

/**
 * What an organisation gives to all who use a computer: packs of rules that they cannot change, switch off or outrank by their settings.
 *
 * @param folder holds {@code rules/}, and {@code organisation.yaml}, which says whether these come first or last
 * @param protection what it has to be protected by
 */
public record Organisation(Path folder, Protection protection) {

    /** Where its rules lie. */
    public Path rules() {
        return folder.resolve("rules");
    }

    /** Where it says whether they come first or last. */
    public Path settings() {
        return folder.resolve("organisation.yaml");
    }

    /**
     * Whether its rules come before all that is the user's, or after it.
     *
     * @param precedence first, where nothing is said
     * @param errors what of {@code organisation.yaml} cannot be taken
     */
    public record Order(Precedence precedence, List<RuleError> errors) {}

    /** What {@code organisation.yaml} says. */
    public Order order() {
        if (!Files.exists(settings())) {
            return new Order(Precedence.ORGANISATION_FIRST, List.of());
        }
        Optional<RuleError> objection = protection.objection(settings());
        if (objection.isPresent()) {
            return new Order(Precedence.ORGANISATION_FIRST, List.of(objection.get()));
        }
        Problems problems = new Problems(settings(), Locale.ENGLISH);
        Optional<Node> root = YamlText.parse(UserFile.read(settings(), problems), problems);
        List<RuleError> errors = new ArrayList<>();
        problems.found().forEach(problem -> errors.add(error(problem.line(), "notYaml", problem.message())));
        Precedence precedence = Precedence.ORGANISATION_FIRST;
        if (root.isPresent() && root.get() instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
                String value = tuple.getValueNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                if (name.equals("rules") && value.equals("last")) {
                    precedence = Precedence.ORGANISATION_LAST;
                } else if (!name.equals("rules") || !value.equals("first")) {
                    errors.add(error(YamlText.line(tuple.getKeyNode()), "notAnOrder", name + ": " + value));
                }
            }
        } else if (root.isPresent()) {
            errors.add(error(YamlText.line(root.get()), "notAnOrder", root.get() instanceof ScalarNode scalar ? scalar.getValue() : ""));
        }
        return new Order(precedence, errors);
    }

    private static RuleError error(int line, String key, String what) {
        return new RuleError(line, 0, "", "organisation." + key, Map.of("what", what));
    }
}
