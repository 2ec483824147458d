package noisebook.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class JavaSessionTest {
    private final JavaSession session = JavaSession.open();

    @AfterEach
    void close() {
        session.close();
    }

    private Object value(String source) {
        Evaluation result = session.run("cell 1", source);
        assertThat(result.error()).as("error of %s", source).isNull();
        return result.value();
    }

    private CellError error(String source) {
        CellError error = session.run("cell 1", source).error();
        assertThat(error).as("error of %s", source).isNotNull();
        return error;
    }

    @Test
    void stateLastsAcrossCells() {
        value("int x = 40; int twice(int n) { return 2 * n; }");
        assertThat(value("x + twice(1)")).isEqualTo(42);
    }

    @Test
    void lastExpressionIsTheValueAsAnObject() {
        assertThat(value("List.of(1, 2);\nvar list = new ArrayList<>(List.of(3));\nlist"))
                .isEqualTo(java.util.List.of(3));
        assertThat(value("list = new ArrayList<>()")).isEqualTo(java.util.List.of());
        assertThat(value("1 + 1 // with a comment")).isEqualTo(2);
    }

    @Test
    void statementsAndDeclarationsHaveNoValue() {
        assertThat(value("5; int y = 3;")).isNull();
        assertThat(value("System.out.print(\"\");")).isNull();
        assertThat(value("if (y > 2) { y = 9; }")).isNull();
        assertThat(value("  \n ")).isNull();
        assertThat(value("// only a comment")).isNull();
    }

    @Test
    void cellsShareTheClassesOfThisJvm() {
        assertThat(value("noisebook.repl.CellError.class")).isSameAs(CellError.class);
    }

    @Test
    void compileErrorNamesLineAndColumnOfTheCellAndPointsAtIt() {
        CellError error = error("int a = 1;\n\nint b = a + foo(3);\n");
        assertThat(error.name()).isEqualTo("CompileError");
        assertThat(error.place()).isEqualTo("cell 1, line 3");
        assertThat(error.trace())
                .contains("cell 1, line 3, column 13: error: cannot find symbol")
                .containsSubsequence("    int b = a + foo(3);", "                ^")
                .noneMatch(line -> line.contains("location"));
    }

    @Test
    void unfinishedSourceIsACompileError() {
        assertThat(error("int a = 1;\nfor (int i = 0; i < 3; i++) {").place()).isEqualTo("cell 1, line 2");
        assertThat(error("int c = ;").name()).isEqualTo("CompileError");
    }

    @Test
    void snippetsBeforeAnErrorKeepTheirEffect() {
        error("int kept = 7;\nkept / 0");
        assertThat(value("kept")).isEqualTo(7);
    }

    @Test
    void runtimeErrorNamesTheCellLineAndKeepsCausesWithoutInternalFrames() {
        session.run(
                "cell 1",
                "\nvoid fail(int n) {\n  if (n == 0) throw new IllegalStateException(\"no\", new java.io.IOException(\"disk\"));\n}");
        CellError error =
                session.run("cell 2", "int n = 0;\n\n// why\nfail(n);").error();
        assertThat(error).isNotNull();
        assertThat(error.name()).isEqualTo("IllegalStateException");
        assertThat(error.message()).isEqualTo("no");
        assertThat(error.place()).isEqualTo("cell 1, line 3");
        assertThat(error.trace())
                .contains("java.lang.IllegalStateException: no", "Caused by: java.io.IOException: disk")
                .contains("    at cell 2, line 4:  fail(n);")
                .noneMatch(line -> line.matches(".*(REPL|jshell|jdk\\.internal|reflect|ValueControl).*"));
    }

    @Test
    void errorInTheLibraryKeepsItsOwnFrames() {
        CellError error = error("int z = 0;\nInteger.parseInt(\"x\" + z)");
        assertThat(error.place()).isEqualTo("cell 1, line 2");
        assertThat(error.trace()).anyMatch(line -> line.contains("java.lang.Integer.parseInt"));
    }

    @Test
    void methodThatNeedsAnUndefinedNameSaysSoWhenCalled() {
        value("int later() { return missing() + 1; }");
        assertThat(error("later()").message()).contains("later", "missing()");
        value("int missing() { return 1; }");
        assertThat(value("later()")).isEqualTo(2);
    }

    @Test
    void errorsOfTheJvmAreReportedToo() {
        assertThat(error("int deep(int n) { return deep(n + 1); }\ndeep(0)").name())
                .isEqualTo("StackOverflowError");
    }

    @Test
    void endlessLoopIsStoppedByTheTimeoutAndTheSessionLivesOn() {
        CellError error = session.run("cell 1", "long i = 0; while (true) { i++; }", Duration.ofMillis(300))
                .error();
        assertThat(error).isNotNull();
        assertThat(error.name()).isEqualTo("Timeout");
        assertThat(value("i > 1000")).isEqualTo(true);
    }

    @Test
    void interruptLetsALoopThatListensEndInOrderAndSkipsTheRest() {
        String cell = "int steps = 0;\nboolean clean = false;\n"
                + "while (!Thread.currentThread().isInterrupted()) { steps++; }\nclean = true;\nsteps = -1;";
        CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS).execute(session::interrupt);
        long start = System.nanoTime();
        CellError error = error(cell);
        assertThat(error.name()).isEqualTo("Interrupted");
        assertThat(error.place()).isEqualTo("cell 1, line 3");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(value("steps > 0")).isEqualTo(true);
    }

    @Test
    void interruptWakesASleepingCell() {
        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(session::interrupt);
        assertThat(error("Thread.sleep(60_000);").name()).isEqualTo("Interrupted");
    }

    @Test
    void interruptOfAnIdleSessionDoesNothing() {
        session.interrupt();
        assertThat(value("1 + 1")).isEqualTo(2);
    }
}
