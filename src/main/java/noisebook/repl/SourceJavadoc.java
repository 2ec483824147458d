package noisebook.repl;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The Javadoc of Noisebook's own classes, read from the sources that lie under {@code META-INF/sources} on the class path. */
final class SourceJavadoc {
    private SourceJavadoc() {}

    /** The comment of a top-level class with this full name, or of the member that the signature names. */
    static Optional<String> of(String className, Signature signature) {
        String path = "META-INF/sources/" + className.replace('.', '/') + ".java";
        try (InputStream stream = SourceJavadoc.class.getClassLoader().getResourceAsStream(path)) {
            return stream == null
                    ? Optional.empty()
                    : comment(new String(stream.readAllBytes(), StandardCharsets.UTF_8), signature);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> comment(String source, Signature signature) throws IOException {
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostic -> {}, List.of("-proc:none"), null, List.of(file));
        CompilationUnitTree unit = task.parse().iterator().next();
        Finder finder = new Finder(signature);
        finder.scan(new TreePath(unit), null);
        return Optional.ofNullable(finder.found).map(DocTrees.instance(task)::getDocComment);
    }

    /** Keeps the first class or member of the top-level class that fits the signature. */
    private static final class Finder extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final Signature signature;
        private @Nullable TreePath found;

        Finder(Signature signature) {
            this.signature = signature;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
            boolean recordHeader =
                    signature.member().equals("<init>") && tree.getKind().name().equals("RECORD");
            keepIf(signature.member().isEmpty() || recordHeader);
            return super.visitClass(tree, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
            keepIf(tree.getName().contentEquals(signature.member())
                    && tree.getParameters().stream().map(Finder::type).toList().equals(signature.parameters()));
            return null;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
            keepIf(tree.getName().contentEquals(signature.member())
                    && signature.parameters().isEmpty());
            return null;
        }

        private void keepIf(boolean fits) {
            if (fits && found == null) {
                found = getCurrentPath();
            }
        }

        private static String type(VariableTree parameter) {
            return Signature.withoutTypeArguments(parameter.getType().toString())
                    .replace("...", "[]");
        }
    }
}
