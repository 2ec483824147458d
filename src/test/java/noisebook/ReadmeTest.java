package noisebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documentation says is so. */
final class ReadmeTest {
    private static final Path README = Path.of("README.md");

    /** Messages of Java, Maven, Jupyter and the system. */
    private static final Set<String> OF_OTHERS = Set.of(
            "Could not transfer artifact",
            "Kernel not found",
            "No such kernel named java",
            "libfreetype.so.6: cannot open shared object file",
            "Fontconfig head is null",
            "UnsatisfiedLinkError",
            "libtorch",
            "OutOfMemoryError: Java heap space");

    @TempDir
    private Path folder;

    private static final class Source extends SimpleJavaFileObject {
        private final String code;

        Source(String code) {
            super(URI.create("string:///" + className(code) + ".java"), Kind.SOURCE);
            this.code = code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }

    private static String className(String code) {
        return first("public class (\\w+)", code);
    }

    private static String first(String pattern, String text) {
        return all(pattern, text).get(0);
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @Test
    void everyJavaExampleCompilesAsWritten() throws IOException {
        List<JavaFileObject> examples = all("```java\n(.*?)```", Files.readString(README)).stream()
                .<JavaFileObject>map(Source::new)
                .toList();
        assertThat(examples).isNotEmpty();
        StringWriter complaints = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        boolean compiled = compiler.getTask(
                        complaints, null, null, List.of("-proc:none", "-d", folder.toString()), null, examples)
                .call();
        assertThat(compiled).as(complaints.toString()).isTrue();
    }

    @Test
    void theMavenCoordinatesAreThoseOfThePom() throws IOException {
        String xml = first("```xml\n(.*?)```", Files.readString(README));
        String pom = Files.readString(Path.of("pom.xml"));
        for (String tag : List.of("groupId", "artifactId", "version")) {
            String element = "<" + tag + ">(.*?)</" + tag + ">";
            assertThat(first(element, xml)).isEqualTo(first(element, pom.replaceFirst("(?s).*?</modelVersion>", "")));
        }
    }

    @Test
    void messagesWithARemedyAreThoseOfTheProgram() throws IOException {
        String table = first("\n## Troubleshooting\n(.*?)\n## ", Files.readString(README));
        List<String> messages = all("\n\\|([^|]*)\\|", table).stream()
                .flatMap(cell -> all("`([^`]*)`", cell).stream())
                .toList();
        assertThat(messages).hasSizeGreaterThan(10).containsAll(OF_OTHERS);
        String program = Files.readString(Path.of("noisebook")) + sources();
        for (String message : messages) {
            if (!OF_OTHERS.contains(message)) {
                String pattern = Pattern.compile(" *… *")
                        .splitAsStream(message)
                        .map(Pattern::quote)
                        .collect(Collectors.joining("[^;\n]*"));
                assertThat(program).as(message).containsPattern(pattern);
            }
        }
    }

    /** All sources, with the parts of a text that is put together on one line. */
    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString().replaceAll("\"\\s*\\+\\s*\"", "");
    }

    @Test
    void filesThatAreLinkedToAreThere() throws IOException {
        for (Path page : List.of(README, Path.of("CONTRIBUTING.md"), Path.of("docker/README.md"))) {
            String text = Files.readString(page);
            assertThat(Stream.of("\\]\\(([^)#:]+)\\)", "src=\"([^\":]+)\"").flatMap(link -> all(link, text).stream()))
                    .allSatisfy(link -> assertThat(page.resolveSibling(link))
                            .as("%s links to", page)
                            .exists());
        }
    }
}
