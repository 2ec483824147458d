package noisebook.repl;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import org.jspecify.annotations.Nullable;

/** Explains the word at the cursor, or the call whose arguments it is in: signatures, and Javadoc where sources are found. */
final class Inspector {
    private static final int MAX_OVERLOADS = 12;

    /** A class, and perhaps a member of it. */
    private static final Pattern LAST_WORD = Pattern.compile("(?<![\\w.])(\\p{Lu}\\w*)((?:\\.\\w*)*)$");

    private final JShell shell;

    Inspector(JShell shell) {
        this.shell = shell;
    }

    Optional<Documentation> explain(String code, int cursor) {
        int end = cursor;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        String before = code.substring(0, end);
        boolean call = code.startsWith("(", end);
        String text =
                CodeContext.of(shell.sourceCodeAnalysis(), before).replaceFirst("^\\s*import\\s+(static\\s+)?", "");
        return explain(text, call).or(() -> imported(before).flatMap(name -> explain(name, call)));
    }

    /** The full name of the class before the cursor, if the cell itself, which has not run yet, imports it. */
    private static Optional<String> imported(String code) {
        Matcher word = LAST_WORD.matcher(code);
        if (!word.find()) {
            return Optional.empty();
        }
        Matcher line = Pattern.compile("(?m)^\\s*import\\s+([\\w.]+\\." + word.group(1) + ")\\s*;")
                .matcher(code);
        return line.find() ? Optional.of(line.group(1) + word.group(2)) : Optional.empty();
    }

    private Optional<Documentation> explain(String text, boolean call) {
        List<SourceCodeAnalysis.Documentation> found = lookUp(call ? text + "(" : text);
        if (found.isEmpty()) {
            found = lookUp(call ? text : text + "(");
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(describe(found));
    }

    private List<SourceCodeAnalysis.Documentation> lookUp(String text) {
        return shell.sourceCodeAnalysis().documentation(text, text.length(), true);
    }

    private Documentation describe(List<SourceCodeAnalysis.Documentation> found) {
        String html = found.stream().limit(MAX_OVERLOADS).map(this::html).collect(Collectors.joining("<hr>\n"));
        return new Documentation(JavadocText.text(html), html);
    }

    private String html(SourceCodeAnalysis.Documentation one) {
        String head = "<p><b>" + JavadocText.code(readable(one.signature())) + "</b></p>\n";
        String javadoc = javadoc(one);
        return javadoc == null ? head : head + JavadocText.html(javadoc) + "\n";
    }

    /** JShell finds the JDK's own Javadoc only. */
    private @Nullable String javadoc(SourceCodeAnalysis.Documentation one) {
        if (one.javadoc() != null) {
            return one.javadoc();
        }
        Signature signature = Signature.of(one.signature());
        String type = signature.type();
        String simple = type.substring(type.lastIndexOf('.') + 1);
        return shell.sourceCodeAnalysis().listQualifiedNames(simple, simple.length()).getNames().stream()
                .filter(name -> name.startsWith("noisebook.") && (name.equals(type) || !type.contains(".")))
                .flatMap(name -> SourceJavadoc.of(name, signature).stream())
                .findFirst()
                .orElse(null);
    }

    /** JShell writes variables as {@code name:type}; Java writes the type first. */
    private static String readable(String signature) {
        return signature.replaceFirst("^([\\w.$]+):(.*)$", "$2 $1");
    }
}
