package org.tripostal.engine.guard;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AbstractClassTypeDeclarationDescr;
import org.drools.drl.ast.descr.AnnotatedBaseDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.EnumDeclarationDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.DrlParser;

/**
 * Holds the text of a rule file against what rules may use, before the compiler sees it. The compiler loads the classes that a file names, makes
 * objects of some, and runs what declared enums are made of; so a file may name no class but those that rules may use, and values in declared types are plain.
 */
final class SourceCheck {

    private static final Set<String> OPEN = Set.of("org.tripostal.mail", "org.tripostal.action", "org.tripostal.language");
    private static final AllowList ALLOWED = AllowList.instance();
    private static final Pattern ESCAPE = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*(\\\\u+([0-9a-fA-F]{4}))");
    private static final Pattern LITERAL = Pattern.compile(
            "\\s*(?:\"(?:\\\\.|[^\"\\\\\\r\\n])*\"|'(?:\\\\.|[^'\\\\\\r\\n])*'|[+-]?[0-9][0-9_.eE]*[lLfFdDIB]?|true|false|null)\\s*");
    private static final Pattern NAME = Pattern.compile("\\s*[\\w$.]*\\s*");
    private static final Pattern SAFE_IN_GENERATED_CODE = Pattern.compile("[^\\\\\"\\r\\n]*");
    private static final Set<String> RESERVED = Set.of("java", "javax", "jdk", "sun", "com.sun", "org.drools", "org.kie", "org.mvel", "org.tripostal", "org.mvel2");
    private static final Set<String> WAITING = Set.of("timer", "duration", "calendars");

    private final String file;
    private final SourceText text;
    private final PackageDescr source;
    private final Map<SourceText.Place, Refusal> refusals = new TreeMap<>(
            Comparator.comparing(SourceText.Place::line).thenComparing(SourceText.Place::column));

    private SourceCheck(String file, String drl, PackageDescr source) {
        this.file = file;
        this.text = new SourceText(drl);
        this.source = source;
    }

    /** What the text of this file asks for that no rule may do; nothing where it does not parse. */
    static List<Refusal> of(String file, String drl) {
        PackageDescr source;
        try {
            DrlParser parser = new DrlParser();
            source = parser.parse(new StringReader(drl));
            if (parser.hasErrors()) {
                return List.of();
            }
        } catch (DroolsParserException e) {
            return List.of();
        }
        SourceCheck check = new SourceCheck(file, drl, source);
        check.escapes(drl);
        check.packageName();
        check.imports();
        check.qualifiedNames();
        check.dialect();
        check.declaredTypes();
        check.sources();
        check.names();
        return List.copyOf(check.refusals.values());
    }

    /** The package that a file says it is; empty where it says none or does not parse. */
    static String packageOf(String drl) {
        try {
            PackageDescr source = new DrlParser().parse(new StringReader(drl));
            return source == null ? "" : source.getName();
        } catch (DroolsParserException e) {
            return "";
        }
    }

    /** A letter that is written as a number is read as that letter by the Java compiler, even where the parser of rules saw a comment or a string. */
    private void escapes(String drl) {
        Matcher escape = ESCAPE.matcher(drl);
        while (escape.find()) {
            int letter = Integer.parseInt(escape.group(2), 16);
            if (letter == '\n' || letter == '\r' || letter >= ' ' && letter <= '~') {
                refuse(text.place(escape.start(1)), escape.group(1), Why.UNICODE);
            }
        }
    }

    private void packageName() {
        String name = source.getName();
        if (RESERVED.stream().anyMatch(reserved -> name.equals(reserved) || name.startsWith(reserved + "."))) {
            refuse(text.placeOf(name), name, Why.PACKAGE);
        }
    }

    /** A name in a package that is open to rules, of which there is no class: the compiler has better words for that. */
    private static boolean misspelt(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && OPEN.contains(name.substring(0, dot)) && SourceCheck.class.getResource("/" + name.replace('.', '/') + ".class") == null;
    }

    private void imports() {
        for (ImportDescr one : source.getImports()) {
            String name = one.getTarget();
            if (name.endsWith(".*") ? !ALLOWED.allowsImportOf(name.substring(0, name.length() - 2)) && !own(name) : !own(name) && !allowed(name) && !misspelt(name)) {
                refuseImport(one);
            }
        }
        for (ImportDescr one : source.getFunctionImports()) {
            String owner = one.getTarget().substring(0, Math.max(0, one.getTarget().lastIndexOf('.')));
            if (!allowed(owner)) {
                refuseImport(one);
            }
        }
        source.getAccumulateImports().stream().filter(one -> !allowed(one.getTarget())).forEach(this::refuseImport);
    }

    private void refuseImport(ImportDescr one) {
        Why why = Why.ofClass(one.getTarget());
        refuse(text.placeOf(one.getTarget()), one.getTarget(), why == Why.CLASS ? Why.IMPORT : why);
    }

    /** Whether this is the name of a class that rules may use, or of a class inside one. */
    private static boolean allowed(String dotted) {
        String name = dotted.replace('.', '/');
        for (int slash = name.length(); slash > 0; slash = name.lastIndexOf('/', slash - 1)) {
            if (ALLOWED.allowsClass(name.substring(0, slash) + name.substring(slash).replace('/', '$'))) {
                return true;
            }
        }
        return false;
    }

    private boolean own(String name) {
        return name.startsWith(source.getName() + ".");
    }

    private void qualifiedNames() {
        for (SourceText.Word name : text.qualifiedNames()) {
            String[] parts = name.text().split("\\.");
            StringBuilder prefix = new StringBuilder(parts[0]);
            for (int i = 1; i < parts.length; i++) {
                prefix.append('/').append(parts[i]);
                if (isClass(prefix.toString()) && !ALLOWED.allowsClass(prefix.toString())) {
                    String dotted = prefix.toString().replace('/', '.');
                    refuse(text.place(name.offset()), dotted, Why.ofClass(dotted));
                    break;
                }
            }
        }
    }

    private static boolean isClass(String name) {
        return SourceCheck.class.getClassLoader().getResource(name + ".class") != null;
    }

    private void dialect() {
        Stream<AttributeDescr> ofRules = source.getRules().stream().flatMap(rule -> rule.getAttributes().values().stream());
        Stream.concat(source.getAttributes().stream(), ofRules).forEach(attribute -> {
            if ("dialect".equals(attribute.getName()) && !"java".equals(attribute.getValue())) {
                refuse(text.placeOf(attribute.getValue()), attribute.getValue(), Why.DIALECT);
            } else if (WAITING.contains(attribute.getName())) {
                refuse(first(attribute.getName()), attribute.getName(), Why.TIMER);
            }
        });
    }

    private void declaredTypes() {
        List<String> types = source.getClassAndEnumDeclarationDescrs().stream().map(AbstractClassTypeDeclarationDescr::getTypeName).toList();
        for (TypeDeclarationDescr type : source.getTypeDeclarations()) {
            type.getSuperTypes().stream()
                    .filter(supertype -> !types.contains(supertype.getName()) && !"Object".equals(supertype.getName()))
                    .forEach(supertype -> refuse(first(supertype.getName()), supertype.getName(), Why.SUPERTYPE));
            if (type.isTrait()) {
                refuse(first("trait"), "trait", Why.SUPERTYPE);
            }
        }
        for (AbstractClassTypeDeclarationDescr type : source.getClassAndEnumDeclarationDescrs()) {
            plain(annotationValues(type));
            for (TypeFieldDescr field : type.getFields().values()) {
                plain(annotationValues(field));
                plain(field.getInitExpr() == null ? List.of() : List.of(field.getInitExpr()));
            }
        }
        for (EnumDeclarationDescr type : source.getEnumDeclarations()) {
            type.getLiterals().forEach(literal -> plain(literal.getConstructorArgs()));
        }
    }

    private static List<String> annotationValues(AnnotatedBaseDescr described) {
        List<String> values = new ArrayList<>();
        for (AnnotationDescr annotation : described.getAnnotations()) {
            annotation.getValueMap().values().forEach(value -> values.add(String.valueOf(value)));
        }
        return values;
    }

    /** Values of declared types and of their annotations are worked out while the file is compiled: they are plain values or names. */
    private void plain(Collection<String> values) {
        for (String value : values) {
            if (!LITERAL.matcher(value).matches() && !NAME.matcher(value).matches()) {
                refuse(text.placeOf(value), value, Why.LITERAL);
            }
        }
    }

    private void sources() {
        source.getGlobals().forEach(global -> refuse(first("global"), "global " + global.getIdentifier(), Why.GLOBAL));
        if (!source.getEntryPointDeclarations().isEmpty()) {
            refuse(text.placeOf("entry-point"), "entry-point", Why.ENTRY_POINT);
        }
        for (SourceText.Word entry : text.ofWord("entry")) {
            if (text.ofWord("point").stream().anyMatch(point -> point.offset() == entry.offset() + "entry-".length())) {
                refuse(text.place(entry.offset()), "entry-point", Why.ENTRY_POINT);
            }
        }
    }

    /** Names of rules become comments and strings of the generated classes. */
    private void names() {
        for (RuleDescr rule : source.getRules()) {
            String name = rule.getName();
            if (name.contains("*/") || !SAFE_IN_GENERATED_CODE.matcher(name).matches()) {
                refuse(new SourceText.Place(Math.max(1, rule.getLine()), 1), name, Why.NAME);
            }
        }
    }

    private SourceText.Place first(String word) {
        List<SourceText.Word> found = text.ofWord(word);
        return found.isEmpty() ? text.placeOf(word) : text.place(found.get(0).offset());
    }

    private void refuse(SourceText.Place place, String word, Why why) {
        refusals.putIfAbsent(place, new Refusal(file, place.line(), place.column(), word, why));
    }
}
