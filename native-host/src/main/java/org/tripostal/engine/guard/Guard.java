package org.tripostal.engine.guard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides whether a rule file is taken. It has two halves, and both must agree:
 *
 * <ol>
 *   <li>{@link #checkSource} before the file is compiled, because the compiler of rules runs parts of what it compiles: values of declared enums, functions
 *       of {@code accumulate}, salience;
 *   <li>{@link #check} after it is compiled and before anything of it is loaded: every class and every member that the generated classes name has to
 *       stand in {@code allowed.txt}. What a class file does not name, it cannot use.
 * </ol>
 *
 * <p>It does not bound what a rule costs: a rule that loops or fills memory is stopped elsewhere. The way to use it:
 *
 * <pre>{@code
 * List<Refusal> refusals = Guard.checkSource(file, source);
 * if (refusals.isEmpty()) {
 *     Map<String, byte[]> classes = compile(source);
 *     refusals = Guard.check(file, source, classes);
 *     if (refusals.isEmpty()) {
 *         ClassLoader loader = new GuardedLoader(file, classes, parent);
 *         …
 * }}</pre>
 */
public final class Guard {

    private Guard() {}

    /**
     * What a rule file asks for that no rule may do, as far as its text tells. It must be called, and find nothing, before the file is given to the
     * compiler. Needs the parser of DRL.
     *
     * @param file the file, as errors name it
     * @param source its text, DRL, exactly as it will be given to the compiler
     * @return one refusal for each word, in the order of the text; none where the text does not parse: the compiler says so better
     */
    public static List<Refusal> checkSource(String file, String source) {
        return SourceCheck.of(file, source);
    }

    /**
     * What a compiled rule file asks for that no rule may do. Nothing of the classes is loaded.
     *
     * @param file the file, as errors name it
     * @param source its text, DRL, exactly as it was given to the compiler
     * @param classes all classes that the compiler made of it, by their path in a jar
     * @return one refusal for each word, in the order of the text; empty where the file may be used
     */
    public static List<Refusal> check(String file, String source, Map<String, byte[]> classes) {
        List<Refusal> refusals = checkSource(file, source);
        return refusals.isEmpty() ? pointedAt(file, new SourceText(source), ClassCheck.of(SourceCheck.packageOf(source), classes)) : refusals;
    }

    /** The offences at the words that ask for them. What no word can be found for is told only where nothing else is. */
    private static List<Refusal> pointedAt(String file, SourceText text, Set<ClassCheck.Offence> offences) {
        List<Refusal> found = new ArrayList<>();
        List<Refusal> unplaced = new ArrayList<>();
        for (ClassCheck.Offence offence : offences) {
            List<SourceText.Word> words = words(text, offence);
            for (SourceText.Word word : words) {
                SourceText.Place place = text.place(word.offset());
                found.add(new Refusal(file, place.line(), place.column(), word.text(), offence.why()));
            }
            if (words.isEmpty()) {
                unplaced.add(new Refusal(file, 1, 1, offence.shown(), offence.why()));
            }
        }
        return found.isEmpty()
                ? unplaced
                : found.stream().sorted(Comparator.comparing(Refusal::line).thenComparing(Refusal::column).thenComparing(Refusal::why)).distinct().toList();
    }

    private static List<SourceText.Word> words(SourceText text, ClassCheck.Offence offence) {
        List<SourceText.Word> ofClass = text.ofClass(offence.owner());
        List<SourceText.Word> ofMember = offence.member().isEmpty() ? List.of() : text.ofMember(offence.member());
        if (offence.ownerAllowed()) {
            return ofMember.isEmpty() ? ofClass : ofMember;
        }
        return ofClass.isEmpty() ? ofMember : ofClass;
    }
}
