package noisebook.repl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
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

    private final JShell shell;
    private final ReentrantLock compiler;

    Assistant(JShell shell, ReentrantLock compiler) {
        this.shell = shell;
        this.compiler = compiler;
    }

    Completion complete(String code, int cursor) {
        return ask(Completion.none(cursor), () -> suggestions(code, cursor));
    }

    Completeness completeness(String code) {
        return ask(Completeness.of(Status.UNKNOWN), () -> judge(code));
    }

    Optional<Documentation> inspect(String code, int cursor) {
        return ask(Optional.empty(), () -> Optional.empty());
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
        Context context = Context.of(analysis(), code.substring(0, cursor));
        int[] anchor = {0};
        List<SourceCodeAnalysis.Suggestion> found =
                analysis().completionSuggestions(context.text(), context.text().length(), anchor);
        int start = anchor[0] + cursor - context.text().length();
        List<Match> matches = found.stream()
                .sorted(Comparator.comparing(suggestion -> !suggestion.matchesType()))
                .map(suggestion -> new Match(suggestion.continuation(), "method"))
                .distinct()
                .collect(Collectors.toList());
        return matches.isEmpty() ? Completion.none(cursor) : new Completion(matches, start, cursor);
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
        return last.stripTrailing().endsWith("{") || last.stripTrailing().endsWith("(") ? indent + "    " : indent;
    }

    private SourceCodeAnalysis analysis() {
        return shell.sourceCodeAnalysis();
    }

    /** The end of a piece of code which the compiler needs to understand its last word: what came before as a block. */
    private record Context(String text) {
        static Context of(SourceCodeAnalysis analysis, String code) {
            List<String> before = new ArrayList<>();
            String rest = code;
            while (true) {
                CompletionInfo next = analysis.analyzeCompletion(rest);
                boolean goesOn =
                        next.completeness().isComplete() && !next.remaining().isBlank();
                if (!goesOn) {
                    return new Context((before.isEmpty() ? "" : "{" + String.join("", before)) + rest);
                }
                if (belongsInBlock(analysis, next.source())) {
                    before.add(next.source());
                }
                rest = next.remaining();
            }
        }

        private static boolean belongsInBlock(SourceCodeAnalysis analysis, String source) {
            return analysis.sourceToSnippets(source).stream()
                    .noneMatch(snippet -> snippet.kind() == Snippet.Kind.IMPORT
                            || snippet.kind() == Snippet.Kind.METHOD
                            || snippet.kind() == Snippet.Kind.ERRONEOUS);
        }
    }
}
