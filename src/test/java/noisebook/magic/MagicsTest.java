package noisebook.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import noisebook.repl.CellError;
import noisebook.repl.Completeness.Status;
import noisebook.repl.Completion.Match;
import noisebook.repl.Documentation;
import noisebook.repl.Evaluation;
import noisebook.repl.JavaSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MagicsTest {
    private static final JavaSession SESSION = JavaSession.open();

    private final Magics magics = Magics.of(SESSION);
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void forget() {
        System.setOut(out);
        SESSION.reset();
    }

    @AfterAll
    static void end() {
        SESSION.close();
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

    private String printed(String cell) {
        printed.reset();
        value(cell);
        return printed.toString(StandardCharsets.UTF_8);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void magicsMixWithJava() {
        assertThat(value("int a = 1;\n%time int b = a + 1;\na + b")).isEqualTo(3);
        assertThat(value("5 % 3")).isEqualTo(2);
        assertThat(value("int c = 17\n  % 5;\nc")).isEqualTo(2);
        assertThat(value("\"\"\"\n%time\n\"\"\"")).isEqualTo("%time\n");
    }

    @Test
    void errorsKeepTheirLineAndColumnBehindAMagic() {
        CellError error = error("int a = 1;\n%lsmagic\n\nint b = x;");
        assertThat(error.place()).isEqualTo("cell 1, line 4");
        assertThat(error("int a = 1;\n  %time int b = x;").trace().get(0))
                .startsWith("cell 1, line 2, column 17: error");
        assertThat(error("%%time\nint a = 1;\nint b = x;").place()).isEqualTo("cell 1, line 3");
    }

    @Test
    void unknownMagicAndWrongUseSaySo() {
        CellError error = error("int kept = 1;\n%maevn a:b:1");
        assertThat(error.name()).isEqualTo("UsageError");
        assertThat(error.summary())
                .isEqualTo("cell 1, line 2: UsageError: there is no such magic; %lsmagic lists them");
        assertThat(error("%maven").message()).isEqualTo("too few arguments; usage: %maven group:artifact:version …");
        assertThat(error("%load nowhere.java").message())
                .startsWith("cannot read /")
                .endsWith("usage: %load file");
        assertThat(value("kept")).isEqualTo(1);
    }

    @Test
    void loadRunsSourcesAndNotebooks() throws IOException {
        Path java = file("A.java", "class A { int v() { return 7; } }\n");
        Path shell = file("b.jshell", "int b = new A().v();\nb + 1");
        Path notebook = file(
                "c.ipynb",
                "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"markdown\", \"source\": \"# no\"},"
                        + "{\"cell_type\": \"code\", \"source\": [\"%load " + shell + "\\n\", \"int c = b;\"]},"
                        + "{\"cell_type\": \"code\", \"source\": \"c * 2\"}]}");
        assertThat(value("%load " + java + "\n%load " + notebook)).isEqualTo(14);
        assertThat(error("%load " + file("d.java", "\nint d = 1 / 0;")).place()).endsWith("d.java, line 2");
        assertThat(error("%load " + file("e.ipynb", "[]")).message()).contains("is not a notebook");
    }

    @Test
    void timesAreTold() {
        assertThat(printed("%time Thread.sleep(20);")).matches("took \\d[\\d.]* m?s\n");
        assertThat(printed("%%time\nThread.sleep(20);\n1 + 1")).matches("took \\d[\\d.]* m?s\n");
        assertThat(value("%time 40 + 2")).isEqualTo(42);
        assertThat(Timing.readable(1_500)).isEqualTo("1.50 µs");
        assertThat(Timing.readable(2.5e9)).isEqualTo("2.50 s");
    }

    @Test
    void repeatedTimesHaveAMeanAndASpread() {
        value("long n = 0;");
        assertThat(printed("%timeit n++;"))
                .matches(
                        "\\d[\\d.]* .?s ± \\d[\\d.]* .?s per loop \\(mean and deviation of 7 rounds of \\d+ loops\\)\n");
        assertThat(value("n > 7")).isEqualTo(true);
        assertThat(printed("%timeit n + 1")).contains("per loop");
        assertThat(error("%timeit nothing()").name()).isEqualTo("CompileError");
    }

    @Test
    void variablesAreListedAndForgotten() {
        value("int n = 3; String s = \"ab\"; List<Integer> list = List.of(1);");
        assertThat(printed("%who")).isEqualTo("int n = 3\nString s = \"ab\"\nList<Integer> list = [1]\n");
        value("%reset");
        assertThat(error("n").name()).isEqualTo("CompileError");
        assertThat(value("List.of()")).isEqualTo(java.util.List.of());
        assertThat(printed("%who")).isEmpty();
    }

    @Test
    void helpAndEnvironmentArePrinted() {
        assertThat(printed("%lsmagic")).contains("%maven", "%%time");
        assertThat(printed("%help timeit")).startsWith("%timeit code").contains("mean");
        assertThat(printed("%help")).contains("%who", "%loadFromPOM");
        assertThat(printed("%env PATH").strip()).isEqualTo(System.getenv("PATH"));
        assertThat(printed("Math?")).contains("java.lang.Math");
        assertThat(printed("%maven?")).contains("%maven group:artifact:version");
    }

    @Test
    void environmentIsChangedForJavaAndForTheProgramsItStarts() {
        assertThat(printed("%env NOISEBOOK_TEST=1 + 1")).isEqualTo("env: NOISEBOOK_TEST=1 + 1\n");
        assertThat(printed("%env NOISEBOOK_TEST")).isEqualTo("1 + 1\n");
        assertThat(printed("%env NOISEBOOK_TEST zwei drei")).isEqualTo("env: NOISEBOOK_TEST=zwei drei\n");
        assertThat(value("System.getenv(\"NOISEBOOK_TEST\")")).isEqualTo("zwei drei");
        assertThat(value("new ProcessBuilder().environment().get(\"NOISEBOOK_TEST\")"))
                .isEqualTo("zwei drei");
        assertThat(printed("%env")).contains("NOISEBOOK_TEST=zwei drei\n");
        assertThat(printed("%env NOISEBOOK_NONE")).isEqualTo("NOISEBOOK_NONE is not set\n");
    }

    @Test
    void timeoutCoversTheWholeCell() {
        Evaluation result = magics.run("cell 1", "%time Thread.sleep(100);\nwhile (true);", Duration.ofMillis(500));
        assertThat(result.error()).extracting(CellError::name).isEqualTo("Timeout");
    }

    @Test
    void editorIsToldAboutMagics() throws IOException {
        file("lesson.java", "");
        Files.createDirectory(folder.resolve("less"));
        assertThat(magics.complete("int a;\n%ma", 10).matches())
                .containsExactly(new Match("%maven", "magic"), new Match("%mavenRepo", "magic"));
        String load = "%load " + folder + "/les";
        assertThat(magics.complete(load, load.length()).matches())
                .containsExactly(new Match(folder + "/less/", "file"), new Match(folder + "/lesson.java", "file"));
        assertThat(magics.complete("%lsmagic\nMath.flo", 17).matches()).contains(new Match("floor(", "method"));
        assertThat(magics.completeness("%maven a:b:1").status()).isEqualTo(Status.COMPLETE);
        assertThat(magics.completeness("%%time\nfor (").status()).isEqualTo(Status.COMPLETE);
        assertThat(magics.completeness("%lsmagic\nfor (;;) {").status()).isEqualTo(Status.INCOMPLETE);
        assertThat(magics.inspect("%time 1 + 1", 3))
                .map(Documentation::text)
                .hasValueSatisfying(text -> assertThat(text).startsWith("%time code"));
        assertThat(magics.inspect("%lsmagic\nMath.max(", 18)).isPresent();
    }
}
