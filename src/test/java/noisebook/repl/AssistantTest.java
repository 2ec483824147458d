package noisebook.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import noisebook.repl.Completeness.Status;
import noisebook.repl.Completion.Match;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class AssistantTest {
    private static final JavaSession SESSION = JavaSession.open();

    @BeforeAll
    static void state() {
        SESSION.run("cell 1", "var words = new ArrayList<String>(); int число = 3; int twice(int n) { return 2 * n; }");
    }

    @AfterAll
    static void close() {
        SESSION.close();
    }

    private static Completion complete(String code) {
        return SESSION.complete(code, code.length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "words.addA | addAll( | method | 6",
                "wor | words | variable | 0",
                "1 + чис | число | variable | 4",
                "twi | twice( | method | 0",
                "Integer.MAX | MAX_VALUE | field | 8",
                "int x = 1;\\nArrayLi | ArrayList | class | 11",
                "new ArrayLi | ArrayList( | class | 4",
                "import java.util.ArrayDe | ArrayDeque | class | 17",
                "java.ut | util. | package | 5",
                "Math.E | E | field | 5",
                "retu | return | keyword | 0",
                "String later = \"\"; later.isBl | isBlank() | method | 25",
                "for (String w : words) {\\n  w.strip | strip() | method | 29",
            })
    void matchesHaveTheirPlaceAndType(String cell, String text, String type, int start) {
        String code = cell.replace("\\n", "\n");
        Completion completion = complete(code);
        assertThat(completion.matches()).contains(new Match(text, type)).doesNotHaveDuplicates();
        assertThat(completion.start()).isEqualTo(start);
        assertThat(completion.end()).isEqualTo(code.length());
    }

    @Test
    void nothingFitsWhereNothingCan() {
        assertThat(complete("words.zzz").matches()).isEmpty();
        assertThat(SESSION.complete("", 0).start()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "int a = 1; | COMPLETE | 0",
                "1 + 1 | COMPLETE | 0",
                "'' | COMPLETE | 0",
                "for (int i = 0; i < 3; i++) { | INCOMPLETE | 4",
                "if (true) {\\n    int b = 2; | INCOMPLETE | 4",
                "void f( | INCOMPLETE | 4",
                "int c = ; | INVALID | 0",
                "int d = 1; int e = +; | INVALID | 0",
                "class { } | INVALID | 0",
            })
    void codeIsJudgedBeforeItRuns(String cell, Status status, int indent) {
        Completeness completeness = SESSION.completeness(cell.equals("''") ? "" : cell.replace("\\n", "\n"));
        assertThat(completeness).isEqualTo(new Completeness(status, " ".repeat(indent)));
    }

    private static String inspect(String code, int cursor) {
        return SESSION.inspect(code, cursor).map(Documentation::text).orElse("");
    }

    @Test
    void signaturesAreFoundInsideAndAtTheEndOfAWord() {
        for (int cursor : List.of(5, 6, 8)) {
            assertThat(inspect("Math.max(1, 2)", cursor)).contains("int Math.max(int a, int b)");
        }
        assertThat(inspect("Math.max(1, ", 12)).contains("int Math.max(int a, int b)");
        assertThat(inspect("words.add", 9)).contains("boolean ArrayList<E>.add(E e)");
        assertThat(inspect("words", 5)).isEqualTo("java.util.ArrayList<java.lang.String> words");
        assertThat(inspect("twice(3)", 2)).isEqualTo("int twice(int n)");
        assertThat(inspect("int x = 1; new ArrayList<>(3)", 22)).contains("ArrayList");
        assertThat(inspect("import java.util.List;", 21)).contains("java.util.List<E>");
        assertThat(SESSION.inspect("nothingOfThatName", 4)).isEmpty();
        assertThat(SESSION.inspect("", 0)).isEmpty();
    }

    @Test
    void classesThatTheCellItselfImportsAreKnown() {
        assertThat(inspect("import java.util.zip.CRC32;\nCRC32", 33)).startsWith("java.util.zip.CRC32");
        assertThat(inspect("import java.time.Duration;\nDuration.ofDays(1)", 40))
                .contains("Duration.ofDays(long days)");
    }

    @Test
    void javadocOfTheJdkIsShownWhereItsSourcesAre() {
        boolean sources = Files.exists(Path.of(System.getProperty("java.home"), "lib", "src.zip"));
        assertThat(inspect("Math.floorMod(", 14).contains("floor modulus of the int arguments"))
                .isEqualTo(sources);
    }

    @Test
    void javadocOfOurOwnClassesIsShown() {
        assertThat(inspect("noisebook.repl.JavaSession", 26))
                .contains("noisebook.repl.JavaSession", "A Java session: cells run one after another");
        assertThat(inspect("noisebook.repl.JavaSession.open(", 31)).contains("Opens a session with the usual imports");
        assertThat(inspect("new noisebook.repl.Variable(", 26)).contains("A variable of a session.");
        Documentation run = SESSION.inspect("noisebook.repl.JavaSession s = null; s.run(", 42)
                .orElseThrow();
        assertThat(run.text()).contains("Runs a cell to its end.", "- name: what errors call the cell, such as cell 3");
        assertThat(run.html())
                .contains("<li><code>name</code>: what errors call the cell, such as <code>cell 3</code></li>");
    }

    @Test
    void answersComeWhileACellRuns() {
        CompletableFuture<Evaluation> running = CompletableFuture.supplyAsync(() -> SESSION.run(
                "cell 2", "System.setProperty(\"noisebook.test.busy\", \"\"); while (true);", Duration.ofSeconds(50)));
        while (System.getProperty("noisebook.test.busy") == null) {
            Thread.onSpinWait();
        }
        long start = System.nanoTime();
        assertThat(complete("words.addA").matches()).isNotEmpty();
        assertThat(SESSION.completeness("if (true) {").status()).isEqualTo(Status.INCOMPLETE);
        assertThat(inspect("twice(3)", 2)).isEqualTo("int twice(int n)");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(running).isNotDone();
        SESSION.interrupt();
        assertThat(running.join().error()).isNotNull();
    }
}
