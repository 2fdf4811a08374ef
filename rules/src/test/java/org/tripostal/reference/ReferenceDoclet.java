package org.tripostal.reference;

import com.sun.source.doctree.BlockTagTree;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.UnknownBlockTagTree;
import com.sun.source.util.DocTrees;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import jdk.javadoc.doclet.Doclet;
import jdk.javadoc.doclet.DocletEnvironment;
import jdk.javadoc.doclet.Reporter;

/** Writes the reference for authors of rules out of the Javadoc of facts and actions: {@code docs/reference.md}. */
public final class ReferenceDoclet implements Doclet {

    /** What came of the last run; a doclet is made by the tool, which hands nothing back. */
    static final ThreadLocal<String> WRITTEN = new ThreadLocal<>();

    private static final Set<String> OF_EVERY_RECORD = Set.of("equals", "hashCode", "toString", "strictly");

    private DocTrees trees;

    @Override
    public void init(Locale locale, Reporter reporter) {
        // nothing to prepare
    }

    @Override
    public String getName() {
        return "reference";
    }

    @Override
    public Set<? extends Option> getSupportedOptions() {
        return Set.of();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean run(DocletEnvironment environment) {
        trees = environment.getDocTrees();
        List<TypeElement> types = ElementFilter.typesIn(environment.getIncludedElements()).stream()
                .filter(type -> type.getNestingKind() == NestingKind.TOP_LEVEL)
                .sorted(Comparator.comparing(type -> type.getSimpleName().toString()))
                .toList();
        StringBuilder page = new StringBuilder("""
                # What rules can look at, and what they can decide

                Made from the Javadoc of [`org.tripostal.mail`](../rules/src/main/java/org/tripostal/mail) and
                [`org.tripostal.action`](../rules/src/main/java/org/tripostal/action); a test fails where the two differ. Do not edit this page: change the Javadoc, then
                `mvn -q -pl rules test -Dtest=ReferenceTest -Dreference.write=true`.

                A rule imports what it names, for example `import org.tripostal.mail.IncomingMessage`. Whole files to start from are in the [recipes](recipes.md).

                ## Facts

                """);
        types.stream().filter(type -> isIn(type, "mail") && !fields(type).isEmpty()).forEach(type -> page.append(section(type)));
        page.append("## Actions\n\nA rule inserts them: `insert(new FileInto(\"Invoices\"));`. It never carries them out.\n\n");
        types.stream().filter(type -> isIn(type, "action") && type.getKind() == ElementKind.RECORD).forEach(type -> page.append(section(type)));
        page.append("## Values\n\n");
        types.stream().filter(type -> isIn(type, "action") && type.getKind() == ElementKind.ENUM).forEach(type -> page.append(values(type)));
        types.stream().filter(type -> isIn(type, "language")).forEach(type -> page.append(section(type)));
        WRITTEN.set(page.toString().strip() + "\n");
        return true;
    }

    private static boolean isIn(TypeElement type, String name) {
        return type.getQualifiedName().toString().startsWith("org.tripostal." + name + ".");
    }

    private String section(TypeElement type) {
        DocCommentTree comment = trees.getDocCommentTree(type);
        StringBuilder section = new StringBuilder("### " + type.getSimpleName() + "\n\n" + text(comment == null ? List.of() : comment.getFullBody()) + "\n\n");
        examples(type).forEach(example -> section.append("```drl\n").append(example).append("\n```\n\n"));
        Map<String, Field> fields = fields(type);
        if (!fields.isEmpty()) {
            section.append("| field | type | what it holds |\n| --- | --- | --- |\n");
            fields.forEach((name, field) -> section.append("| `").append(name).append("` | ").append(field.type()).append(" | ").append(field.says().replace("|", "\\|")).append(" |\n"));
            section.append("\n");
        }
        return section.toString();
    }

    private String values(TypeElement type) {
        StringBuilder section = new StringBuilder("### " + type.getSimpleName() + "\n\n" + said(type) + "\n\n| value | meaning |\n| --- | --- |\n");
        type.getEnclosedElements().stream().filter(one -> one.getKind() == ElementKind.ENUM_CONSTANT)
                .forEach(one -> section.append("| `").append(one.getSimpleName()).append("` | ").append(said(one)).append(" |\n"));
        return section.append("\n").toString();
    }

    /**
     * A field as a rule writes it.
     *
     * @param type as a reader of rules says it
     * @param says what its Javadoc says
     */
    record Field(String type, String says) {}

    /** Components of a record in their order, then what follows from them; getters of other classes. */
    private Map<String, Field> fields(TypeElement type) {
        Map<String, Field> fields = new LinkedHashMap<>();
        Map<String, String> described = parameters(type);
        type.getRecordComponents().forEach(component ->
                fields.put(component.getSimpleName().toString(), new Field(shown(component.asType()), described.getOrDefault(component.getSimpleName().toString(), ""))));
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            boolean accessor = method.getModifiers().contains(Modifier.PUBLIC) && !method.getModifiers().contains(Modifier.STATIC) && method.getParameters().isEmpty()
                    && !OF_EVERY_RECORD.contains(method.getSimpleName().toString());
            String name = property(method.getSimpleName().toString(), type.getKind() == ElementKind.RECORD);
            if (accessor && type.getKind() != ElementKind.ENUM && !name.isEmpty()) {
                fields.putIfAbsent(name, new Field(shown(method.getReturnType()), said(method)));
            }
        }
        return fields;
    }

    private static String property(String method, boolean record) {
        if (record) {
            return method;
        }
        int prefix = method.startsWith("get") ? 3 : method.startsWith("is") ? 2 : 0;
        return prefix == 0 ? "" : method.substring(prefix, prefix + 1).toLowerCase(Locale.ROOT) + method.substring(prefix + 1);
    }

    private Map<String, String> parameters(Element element) {
        Map<String, String> parameters = new LinkedHashMap<>();
        DocCommentTree comment = trees.getDocCommentTree(element);
        for (DocTree tag : comment == null ? List.<DocTree>of() : comment.getBlockTags()) {
            if (tag instanceof ParamTree parameter) {
                parameters.put(parameter.getName().toString(), text(parameter.getDescription()));
            }
        }
        return parameters;
    }

    /** What stands behind {@code @example}, each as a line of a rule. */
    private List<String> examples(Element element) {
        List<String> examples = new ArrayList<>();
        DocCommentTree comment = trees.getDocCommentTree(element);
        for (DocTree tag : comment == null ? List.<DocTree>of() : comment.getBlockTags()) {
            if (tag instanceof UnknownBlockTagTree unknown && ((BlockTagTree) tag).getTagName().equals("example")) {
                examples.add(text(unknown.getContent()).replaceAll("^`|`$", ""));
            }
        }
        return examples;
    }

    private String said(Element element) {
        DocCommentTree comment = trees.getDocCommentTree(element);
        return comment == null ? "" : text(comment.getFullBody());
    }

    private static String text(List<? extends DocTree> parts) {
        StringBuilder text = new StringBuilder();
        for (DocTree part : parts) {
            if (part instanceof LiteralTree literal) {
                text.append(part.getKind() == DocTree.Kind.CODE ? "`" + literal.getBody().getBody() + "`" : literal.getBody().getBody());
            } else if (part instanceof LinkTree link) {
                text.append('`').append(linked(link.getReference().getSignature())).append('`');
            } else if (part instanceof StartElementTree element) {
                text.append(element.getName().contentEquals("p") ? "\n\n" : "");
            } else if (part instanceof EntityTree entity) {
                text.append(Map.of("lt", "<", "gt", ">", "amp", "&").getOrDefault(entity.getName().toString(), "&" + entity.getName() + ";"));
            } else {
                text.append(part instanceof TextTree plain ? plain.getBody() : part.toString()); // toString writes what is not ASCII as an escape
            }
        }
        return Stream.of(text.toString().split("\n\n")).map(paragraph -> paragraph.replaceAll("\\s+", " ").strip()).collect(Collectors.joining("\n\n"));
    }

    /** {@code #getOwnText()} as a rule writes it: {@code ownText}. */
    private static String linked(String signature) {
        String name = signature.replace("()", "").replaceAll("^#", "").replace('#', '.');
        return name.startsWith("get") && name.length() > 3 ? name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4) : name;
    }

    private static String shown(TypeMirror type) {
        if (type instanceof DeclaredType declared) {
            String name = declared.asElement().getSimpleName().toString();
            String arguments = declared.getTypeArguments().stream().map(ReferenceDoclet::shown).collect(Collectors.joining(", "));
            String plain = switch (name) {
                case "String" -> "text";
                case "Instant" -> "moment (`java.time.Instant`)";
                case "List" -> "list of ";
                case "Set" -> "set of ";
                default -> "`" + name + "`";
            };
            return plain.endsWith(" ") ? plain + arguments : plain;
        }
        return switch (type.toString()) {
            case "boolean" -> "true or false";
            case "int", "long" -> "whole number";
            case "double" -> "number";
            default -> type.toString();
        };
    }
}
