package noisebook.repl;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import noisebook.repl.Completeness.Status;
import noisebook.repl.Completion.Match;

/**
 * Answers an editor's questions about code that has not run yet, from any thread.
 *
 * <p>The compiler behind JShell serves one thread at a time. A running cell holds it only between its snippets, so an
 * answer comes while a loop runs; when the compiler stays busy, the answer is empty.
 */
final class Assistant {
    private static final long PATIENCE_MS = 500;
    private static final List<String> KEYWORDS = List.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "continue",
            "default",
            "double",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "new",
            "null",
            "private",
            "protected",
            "public",
            "record",
            "return",
            "short",
            "static",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "true",
            "try",
            "var",
            "void",
            "while",
            "yield");

    private final JShell shell;
    private final ReentrantLock compiler;
    private final Inspector inspector;

    Assistant(JShell shell, ReentrantLock compiler) {
        this.shell = shell;
        this.compiler = compiler;
        this.inspector = new Inspector(shell);
    }

    Completion complete(String code, int cursor) {
        return ask(Completion.none(cursor), () -> suggestions(code, cursor));
    }

    Completeness completeness(String code) {
        return ask(Completeness.of(Status.UNKNOWN), () -> judge(code));
    }

    Optional<Documentation> inspect(String code, int cursor) {
        return ask(Optional.empty(), () -> inspector.explain(code, cursor));
    }

    private <T> T ask(T busy, Supplier<T> question) {
        try {
            if (!compiler.tryLock(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                return busy;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return busy;
        }
        try {
            return question.get();
        } finally {
            compiler.unlock();
        }
    }

    private Completion suggestions(String code, int cursor) {
        String context = CodeContext.of(analysis(), code.substring(0, cursor));
        int[] anchor = {context.length()};
        List<Suggestion> found = analysis().completionSuggestions(context, context.length(), anchor);
        String before = context.substring(0, anchor[0]);
        String word = context.substring(anchor[0]);
        Stream<Match> matches = found.stream()
                .sorted(Comparator.comparing(suggestion -> !suggestion.matchesType()))
                .map(suggestion -> new Match(suggestion.continuation(), typeOf(suggestion.continuation(), before)));
        List<Match> all = Stream.of(matches, packages(before, word), keywords(before, word))
                .flatMap(some -> some)
                .distinct()
                .toList();
        return new Completion(all, cursor - word.length(), cursor);
    }

    private static Stream<Match> keywords(String before, String word) {
        boolean member = before.endsWith(".");
        return KEYWORDS.stream()
                .filter(keyword -> !member && !word.isEmpty() && keyword.startsWith(word))
                .map(keyword -> new Match(keyword, "keyword"));
    }

    /** JShell gives names only; what they are shows in their brackets, their case and the variables there are. */
    private String typeOf(String name, String before) {
        if (name.contains("(")) {
            return before.matches("(?s).*\\bnew\\s+[\\w.]*") ? "class" : "method";
        }
        if (KEYWORDS.contains(name)) {
            return "keyword";
        }
        boolean member = before.endsWith(".");
        boolean upper = Character.isUpperCase(name.codePointAt(0));
        if (upper) {
            boolean constant = (member || name.length() > 1) && name.equals(name.toUpperCase(Locale.ROOT));
            return constant ? (member ? "field" : "variable") : "class";
        }
        if (member) {
            return isPackage(before) ? "package" : "field";
        }
        return packagesBelow(name.replaceFirst("\\.?$", ".")).findAny().isPresent() ? "package" : "variable";
    }

    /** The next parts of the names of the JDK's packages, which JShell knows only after a while. */
    private Stream<Match> packages(String before, String word) {
        if (!isPackage(before)) {
            return Stream.empty();
        }
        String start = path(before) + word;
        int from = start.length() - word.length();
        return packagesBelow(start)
                .map(name -> new Match(name.substring(from).replaceFirst("(\\..*)?$", "."), "package"));
    }

    private static Stream<String> packagesBelow(String start) {
        return ModuleLayer.boot().modules().stream()
                .flatMap(module -> module.getDescriptor().exports().stream())
                .filter(export -> !export.isQualified() && export.source().startsWith(start))
                .map(export -> export.source());
    }

    private static String path(String before) {
        return before.replaceFirst("(?s)^.*[^\\w.]", "");
    }

    /** Whether a dotted name of lower-case words ends the text, which does not begin at a variable. */
    private boolean isPackage(String before) {
        String path = path(before);
        String first = path.substring(0, Math.max(0, path.indexOf('.')));
        return path.matches("(\\p{Ll}\\w*\\.)+")
                && shell.variables().noneMatch(variable -> variable.name().equals(first));
    }

    private Completeness judge(String code) {
        String rest = code;
        CompletionInfo next = analysis().analyzeCompletion(rest);
        while (next.completeness().isComplete()) {
            if (isErroneous(next.source())) {
                return Completeness.of(Status.INVALID);
            }
            rest = next.remaining();
            next = analysis().analyzeCompletion(rest);
        }
        return switch (next.completeness()) {
            case EMPTY -> Completeness.of(Status.COMPLETE);
            case UNKNOWN -> Completeness.of(isErroneous(rest) ? Status.INVALID : Status.UNKNOWN);
            default -> new Completeness(Status.INCOMPLETE, indentAfter(code));
        };
    }

    private boolean isErroneous(String source) {
        return analysis().sourceToSnippets(source).stream()
                .anyMatch(snippet -> snippet.kind() == Snippet.Kind.ERRONEOUS);
    }

    private static String indentAfter(String code) {
        List<String> lines = code.lines().toList();
        String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        String indent = last.substring(0, last.length() - last.stripLeading().length());
        boolean opens =
                last.stripTrailing().endsWith("{") || last.stripTrailing().endsWith("(");
        return opens ? indent + "    " : indent;
    }

    private SourceCodeAnalysis analysis() {
        return shell.sourceCodeAnalysis();
    }
}
