package noisebook.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** What the compiler must see of a cell to understand its last word: the snippet it stands in, behind those before it. */
final class CodeContext {
    /** Cannot stand inside a block. */
    private static final Set<Snippet.Kind> TOP_LEVEL =
            Set.of(Snippet.Kind.IMPORT, Snippet.Kind.METHOD, Snippet.Kind.ERRONEOUS);

    private CodeContext() {}

    /** Code that ends as the given code does, with the snippets before the last one gathered in an open block. */
    static String of(SourceCodeAnalysis analysis, String code) {
        List<String> before = new ArrayList<>();
        String rest = code;
        CompletionInfo next = analysis.analyzeCompletion(rest);
        while (next.completeness().isComplete() && !next.remaining().isBlank()) {
            if (analysis.sourceToSnippets(next.source()).stream().noneMatch(one -> TOP_LEVEL.contains(one.kind()))) {
                before.add(next.source());
            }
            rest = next.remaining();
            next = analysis.analyzeCompletion(rest);
        }
        return (before.isEmpty() ? "" : "{" + String.join("", before)) + rest;
    }
}
