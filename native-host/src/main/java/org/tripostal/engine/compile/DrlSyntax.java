package org.tripostal.engine.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.tripostal.engine.RuleError;

/** Parses a DRL source, and puts what the parser says of its errors into words. */
final class DrlSyntax {

    private static final Pattern MISMATCHED = Pattern.compile("mismatched input '(.*?)'(?: in| expecting|$).*", Pattern.DOTALL);
    private static final Pattern NO_ALTERNATIVE = Pattern.compile("no viable alternative at input '(.*?)'.*", Pattern.DOTALL);

    private DrlSyntax() {}

    /**
     * The parsed source.
     *
     * @throws CompileException where the source does not parse
     */
    static PackageDescr parse(String file, String drl) throws CompileException {
        DrlParser parser = new DrlParser();
        try {
            PackageDescr source = parser.parse(false, drl);
            if (!parser.hasErrors()) {
                return source;
            }
        } catch (DroolsParserException e) {
            throw new CompileException(file, List.of(new RuleError(0, 0, "", "syntax", Map.of("detail", String.valueOf(e.getMessage())))));
        }
        SourceLines lines = new SourceLines(drl);
        List<RuleError> errors = new ArrayList<>();
        for (DroolsError error : parser.getErrors()) {
            errors.add(inWords(error, lines));
        }
        throw new CompileException(file, errors);
    }

    private static RuleError inWords(DroolsError error, SourceLines lines) {
        int line = error instanceof ParserError parsed ? parsed.getRow() : error.getLines().length > 0 ? error.getLines()[0] : 0;
        int column = error instanceof ParserError parsed ? parsed.getCol() + 1 : 0;
        String message = error.getMessage().replaceFirst("^\\[ERR \\d+] (?:Line \\d+:\\d+ )?", "").replaceAll("\\s+", " ").strip();
        for (Pattern known : List.of(MISMATCHED, NO_ALTERNATIVE)) {
            Matcher matcher = known.matcher(message);
            if (matcher.matches()) {
                return lines.error(line, column, "unexpected", Map.of("word", matcher.group(1)));
            }
        }
        return lines.error(line, column, "syntax", Map.of("detail", message));
    }
}
