package noisebook.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import noisebook.repl.CellError;
import noisebook.repl.Evaluation;
import noisebook.repl.JavaSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository of two libraries, one of which needs the other, stands in for Maven Central. */
final class LibrariesTest {
    private final JavaSession session = JavaSession.open();
    private final Magics magics = Magics.of(session);

    @TempDir
    private Path folder;

    @BeforeEach
    void publish() throws Exception {
        System.setProperty("maven.repo.local", folder.resolve("local").toString());
        publish("inner", "package demo; public class Inner { public static int three() { return 3; } }", "");
        publish(
                "outer",
                "package demo; public class Outer { public static int six() { return 2 * Inner.three(); } }",
                "<dependencies>" + dependency("inner") + "</dependencies>");
        value("%mavenRepo central " + folder.resolve("repo").toUri());
    }

    @AfterEach
    void close() {
        System.clearProperty("maven.repo.local");
        session.close();
    }

    private static String dependency(String name) {
        return "<dependency><groupId>demo</groupId><artifactId>" + name
                + "</artifactId><version>1</version></dependency>";
    }

    private void publish(String name, String source, String elements) throws Exception {
        String type = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path file = Files.writeString(folder.resolve(type + ".java"), source);
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", classes.toString(), "-cp", classes.toString(), file.toString());
        assertThat(failed).isZero();
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (JarOutputStream entries = new JarOutputStream(jar)) {
            entries.putNextEntry(new JarEntry("demo/" + type + ".class"));
            entries.write(Files.readAllBytes(classes.resolve("demo/" + type + ".class")));
        }
        String pom = "<project><modelVersion>4.0.0</modelVersion><groupId>demo</groupId><artifactId>" + name
                + "</artifactId><version>1</version>" + elements + "</project>";
        publish(name, ".jar", jar.toByteArray());
        publish(name, ".pom", pom.getBytes(StandardCharsets.UTF_8));
    }

    private void publish(String name, String suffix, byte[] bytes) throws Exception {
        Path home = Files.createDirectories(folder.resolve("repo/demo/" + name + "/1"));
        String sha1 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        Files.write(home.resolve(name + "-1" + suffix), bytes);
        Files.writeString(home.resolve(name + "-1" + suffix + ".sha1"), sha1);
    }

    private Object value(String cell) {
        Evaluation result = magics.run("cell 1", cell);
        assertThat(result.error()).as("error of %s", cell).isNull();
        return result.value();
    }

    private CellError error(String cell) {
        CellError error = magics.run("cell 1", cell).error();
        assertThat(error).as("error of %s", cell).isNotNull();
        return error;
    }

    @Test
    void libraryComesWithWhatItNeeds() {
        assertThat(error("demo.Outer.six()").trace()).anyMatch(line -> line.contains("%maven"));
        assertThat(value("%maven demo:outer:1\nimport demo.*;\nOuter.six() + Inner.three()"))
                .isEqualTo(9);
        assertThat(
                        value(
                                "Class.forName(\"demo.Outer\", true, Thread.currentThread().getContextClassLoader()).getName()"))
                .isEqualTo("demo.Outer");
    }

    @Test
    void libraryThatIsNotThereIsNamedWithTheRemedy() {
        assertThat(error("%maven demo:nothing:1").message())
                .contains("demo:nothing", "Check the spelling and the network; %mavenRepo id url adds a repository");
        assertThat(error("%maven demo").message()).startsWith("demo is not of the form group:artifact:version");
    }

    @Test
    void pomFilesAndCellsNameLibraries() throws IOException {
        value("%%loadFromPOM\n" + dependency("inner"));
        assertThat(value("demo.Inner.three()")).isEqualTo(3);
        Path pom = Files.writeString(
                folder.resolve("pom.xml"),
                PomText.whole("<properties><v>1</v></properties><dependencies>"
                        + dependency("outer").replace(">1<", ">${v}<") + "</dependencies>"));
        assertThat(value("%loadFromPOM " + pom + "\ndemo.Outer.six()")).isEqualTo(6);
        assertThat(error("%loadFromPOM " + folder.resolve("none.xml")).message())
                .startsWith("cannot read");
        assertThat(error("%%loadFromPOM\n<dependency").name()).isNotEqualTo("UsageError");
    }

    @Test
    void jarsAndFoldersJoinTheClassPath() {
        Path home = folder.resolve("repo/demo/inner/1");
        assertThat(value("%classpath " + home + "/*.jar\ndemo.Inner.three()")).isEqualTo(3);
        assertThat(value("%jars " + folder.resolve("classes") + "\ndemo.Outer.six()"))
                .isEqualTo(6);
        assertThat(error("%classpath " + home + "/no.jar").message()).startsWith("there is no file or folder");
        assertThat(error("%classpath " + home + "/no*.jar").message()).startsWith("nothing fits");
    }

    @Test
    void fetchingCanBeInterrupted() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            value("%mavenRepo central http://localhost:" + silent.getLocalPort() + "/");
            CompletableFuture<CellError> fetching = CompletableFuture.supplyAsync(() -> error("%maven demo:outer:1"));
            try (Socket asked = silent.accept()) {
                assertThat(asked.isConnected()).isTrue();
                session.interrupt();
                assertThat(fetching.orTimeout(20, TimeUnit.SECONDS).join().name())
                        .isEqualTo("Interrupted");
            }
        }
    }
}
