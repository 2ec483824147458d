package noisebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script in a project whose Maven and Java are stand-ins that write down how they were called. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
    private static final String JAVA = """
            #!/bin/sh
            case $1 in
                -version) echo 'openjdk version "%s"' >&2 ;;
                --describe-module) ;;
                *) echo "java in $PWD"; for word in "$@"; do echo "<$word>"; done ;;
            esac
            """;

    @TempDir
    private Path temporary;

    private Path project;

    private record Result(int exitCode, String output) {}

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectories(temporary.resolve("a project"));
        Files.createDirectories(project.resolve("src/main"));
        Files.writeString(project.resolve("pom.xml"), "");

        script("noisebook", Files.readString(Path.of("noisebook")));
        script(
                "mvnw",
                "#!/bin/sh\necho noise of the build\necho \"$@\" > target/options\ntouch \"$PWD/target/noisebook-1.jar\"\n"
                        + "echo \"$PWD/pom.xml:$PWD/other.jar\" > target/classpath\n");
        script("jdk/bin/java", JAVA.formatted("17.0.15"));
        FileTime old = FileTime.from(Instant.now().minusSeconds(60));
        Files.setLastModifiedTime(project.resolve("pom.xml"), old);
        Files.setLastModifiedTime(project.resolve("src/main"), old);
    }

    private void script(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Result launch(Path script, String... args) throws IOException, InterruptedException {
        return launch(script, Map.of(), args);
    }

    private Result launch(Path script, Map<String, String> variables, String... args)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(script.toString());
        builder.command().addAll(java.util.List.of(args));
        builder.environment().putAll(variables);
        builder.environment().put("JAVA_HOME", project.resolve("jdk").toString());
        builder.directory(temporary.toFile()).redirectErrorStream(true);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    private Result launch() throws IOException, InterruptedException {
        return launch(project.resolve("noisebook"));
    }

    @Test
    void buildsOnFirstUseOnlyAndSaysSoInOneLine() throws Exception {
        assertThat(launch().output()).containsOnlyOnce("noisebook: building").doesNotContain("noise of the build");
        assertThat(launch().output()).doesNotContain("building");
    }

    @Test
    void buildsAgainWhenSourcesOrThePomChange() throws Exception {
        for (String changed : new String[] {"pom.xml", "src/main"}) {
            launch();
            Files.setLastModifiedTime(
                    project.resolve(changed), FileTime.from(Instant.now().plusSeconds(60)));
            assertThat(launch().output()).as(changed).contains("building");
            Files.setLastModifiedTime(project.resolve(changed), FileTime.from(Instant.EPOCH));
        }
    }

    @Test
    void passesArgumentsWithSpacesKeepsTheWorkingFolderAndTellsTheRoot() throws Exception {
        Path link = Files.createSymbolicLink(temporary.resolve("a link"), Path.of("a project/noisebook"));
        Result result = launch(link, "run", "my notebook.ipynb", "$HOME");
        Path root = project.toRealPath();
        assertThat(result.output())
                .contains("java in " + temporary.toRealPath() + "\n")
                .contains("<-Dnoisebook.home=" + root + ">")
                .contains("<" + root + "/target/noisebook-1.jar:" + root + "/pom.xml:" + root + "/other.jar>")
                .endsWith("<noisebook.cli.Main>\n<run>\n<my notebook.ipynb>\n<$HOME>\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void askingForAGpuBuildsWithoutTheCpuLibrariesAndLaterCallsKeepThat() throws Exception {
        launch();
        assertThat(project.resolve("target/options")).content().doesNotContain("gpu");
        Map<String, String> gpu = Map.of("NOISEBOOK_DEVICE", "gpu");
        assertThat(launch(project.resolve("noisebook"), gpu).output()).contains("building");
        assertThat(project.resolve("target/options")).content().contains("-Dgpu package");
        assertThat(launch().output()).doesNotContain("building");
    }

    @Test
    void failedBuildShowsItsLogAndIsTriedAgain() throws Exception {
        script("mvnw", "#!/bin/sh\necho cannot find symbol\nexit 1\n");
        Result result = launch();
        assertThat(result.output())
                .contains("cannot find symbol", "noisebook: the build failed")
                .doesNotContain("java in");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(launch().output()).contains("building");
    }

    @Test
    void oldJavaIsRefused() throws Exception {
        script("jdk/bin/java", JAVA.formatted("11.0.2"));
        Result result = launch();
        assertThat(result.output()).startsWith("noisebook: ").contains("is Java 11; version 17 or newer is needed");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void theVersionIsReadFromTheFileOfTheJdkWhereThereIsOne() throws Exception {
        script("jdk/bin/java", JAVA.formatted("17.0.15"));
        Files.writeString(
                project.resolve("jdk/release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"9.0.4\"\nJAVA_VERSION_DATE=\"x\"\n");
        assertThat(launch().output()).contains("is Java 9; version 17 or newer is needed");
    }

    @Test
    void archiveOfClassesIsMadeOnceForABuildAndAVersionOfJava() throws Exception {
        script("jdk/bin/java", JAVA.formatted("17.0.15").replace("*)", """
                -Xshare:dump)
                    for word in "$@"; do case $word in *ArchiveFile=*) echo made >"${word#*=}" ;; esac; done
                    echo dump >>"$0.calls" ;;
                *)"""));
        Path archive = project.toRealPath().resolve("target/classes-17.0.15.jsa");
        for (int i = 0; i < 2; i++) {
            assertThat(launch().output()).contains("<-XX:SharedArchiveFile=" + archive + ">");
            assertThat(project.resolve("jdk/bin/java.calls")).hasContent("dump");
        }
        Files.setLastModifiedTime(
                project.resolve("target/classpath"), FileTime.from(Instant.now().plusSeconds(60)));
        launch();
        assertThat(project.resolve("jdk/bin/java.calls")).hasContent("dump\ndump");
    }

    @Test
    void whereNoArchiveCanBeMadeJavaStartsWithoutOne() throws Exception {
        assertThat(launch().output()).doesNotContain("SharedArchiveFile").contains("<noisebook.cli.Main>");
    }

    @Test
    void wrongJavaHomeIsNamed() throws Exception {
        Files.delete(project.resolve("jdk/bin/java"));
        assertThat(launch().output()).contains("JAVA_HOME is " + project.resolve("jdk") + ", but there is no bin/java");
    }
}
