package noisebook.repl;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis.QualifiedNames;

/** What to do about the common compile errors. */
final class CompileHint {
    private static final Pattern CLASS_NAME = Pattern.compile("symbol: (?:class|variable) (\\p{Lu}\\w*)$");
    private static final Pattern PACKAGE = Pattern.compile("package (\\S+) does not exist");
    private static final int MAX_CANDIDATES = 5;

    private final JShell shell;

    CompileHint(JShell shell) {
        this.shell = shell;
    }

    /** A hint for a compiler message, told by the compiler's own key for it where there is one. */
    Optional<String> of(String code, String message) {
        if (code.startsWith("compiler.err.expected") && message.startsWith("';' expected")) {
            return Optional.of("put a semicolon where the caret stands");
        }
        if (code.equals("compiler.err.premature.eof")) {
            return Optional.of("a bracket or a string is still open where the cell ends");
        }
        Matcher missingPackage = PACKAGE.matcher(message);
        if (missingPackage.find()) {
            return Optional.of("no library with this package is loaded; load it with %maven group:artifact:version");
        }
        Matcher missingClass = CLASS_NAME.matcher(message);
        return missingClass.find() ? imports(missingClass.group(1)) : Optional.empty();
    }

    private Optional<String> imports(String simpleName) {
        List<String> candidates = qualifiedNames(simpleName).getNames();
        if (candidates.isEmpty()) {
            return Optional.of("no library that is loaded has a class " + simpleName
                    + "; check the spelling, or load one with %maven group:artifact:version");
        }
        return Optional.of(candidates.stream()
                .limit(MAX_CANDIDATES)
                .map(name -> "import " + name + ";")
                .collect(Collectors.joining("  or  ", "add  ", "")));
    }

    /** Asks JShell's index of the class path, which it may still be building. */
    private QualifiedNames qualifiedNames(String simpleName) {
        QualifiedNames names = shell.sourceCodeAnalysis().listQualifiedNames(simpleName, simpleName.length());
        for (int i = 0; i < 20 && !names.isUpToDate(); i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            names = shell.sourceCodeAnalysis().listQualifiedNames(simpleName, simpleName.length());
        }
        return names;
    }
}
