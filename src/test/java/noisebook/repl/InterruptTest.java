package noisebook.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class InterruptTest {
    private static final String RUNNING = "noisebook.test.running";

    private final JavaSession session = JavaSession.open();

    @AfterEach
    void close() {
        System.clearProperty(RUNNING);
        session.close();
    }

    /** Interrupts the cell once it has come to its {@code GO}. */
    private CellError interrupted(String cell) {
        CompletableFuture<Void> interrupt = CompletableFuture.runAsync(this::interruptOnceRunning);
        CellError error = session.run("cell 1", cell.replace("GO", "System.setProperty(\"" + RUNNING + "\", \"\")"))
                .error();
        interrupt.join();
        assertThat(error).as("error of %s", cell).isNotNull();
        return error;
    }

    private void interruptOnceRunning() {
        try {
            while (System.getProperty(RUNNING) == null) {
                Thread.sleep(20);
            }
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        session.interrupt();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GO; long n = 1;\nwhile (true);",
                "GO; long n = 1;\nwhile (true) { n++; }",
                "GO; long n = 1;\nThread.sleep(60_000);",
                "GO; long n = 1;\nsynchronized (session) { while (true) { n++; } }",
                "GO; long n = 1;\nwhile (true) { try { Thread.sleep(9_000); } catch (InterruptedException e) { n++; } }",
                "GO; long n = 1;\nlong fib(int i) { return i < 2 ? i : fib(i - 1) + fib(i - 2); }\nfib(90)",
                "GO; long n = 1;\nIntStream.iterate(0, i -> i + 1).map(i -> i % 7).filter(i -> i > 8).count()",
                "GO; long n = 1;\nnew Object() { void run() { for (;;) { n++; } } }.run();",
                "GO; long n = 1;\nsynchronized (session) { session.wait(); }",
            })
    void whateverRunsIsStoppedAndStateIsKept(String cell) {
        session.run("cell 0", "String session = \"kept\";");
        assertThat(interrupted(cell).name()).isEqualTo("Interrupted");
        assertThat(session.run("cell 2", "session").value()).isEqualTo("kept");
        assertThat(session.run("cell 3", "n != 0").value()).isEqualTo(true);
    }

    @Test
    void loopThatListensEndsInOrderAndTheRestIsSkipped() {
        CellError error = interrupted("int steps = 0; boolean clean = false;\n"
                + "while (!Thread.currentThread().isInterrupted()) { GO; steps++; }\nclean = true; steps = -1;");
        assertThat(error.place()).isEqualTo("cell 1, line 2");
        assertThat(session.run("cell 2", "steps > 0 && !clean").value()).isEqualTo(true);
    }

    @Test
    void threadsThatACellLeavesBehindDoNotHoldItUp() {
        Evaluation result = session.run(
                "cell 1",
                "var thread = new Thread(() -> { try { Thread.sleep(60_000); } catch (InterruptedException e) { } });\n"
                        + "thread.setDaemon(true); thread.start(); thread.isAlive()",
                Duration.ofSeconds(30));
        assertThat(result.value()).isEqualTo(true);
        session.run("cell 2", "thread.interrupt();");
    }

    @Test
    void threadsKnowTheCellThatStartedThem() {
        session.run(
                "cell 7",
                "var seen = new CompletableFuture<Object>();\n"
                        + "new Thread(() -> seen.complete(noisebook.repl.JavaSession.cellOfThread())).start();");
        assertThat(session.run("cell 8", "seen.get().toString()").value()).isEqualTo("Optional[cell 7]");
        assertThat(session.run("cell 8", "noisebook.repl.JavaSession.cellOfThread().get()")
                        .value())
                .isEqualTo("cell 8");
        assertThat(JavaSession.cellOfThread()).isEmpty();
    }

    @Test
    void leavingTheCellByExitLeavesTheSession() {
        assertThat(session.run("cell 1", "int kept = 3;\nSystem.exit(4);").error())
                .extracting(CellError::name, CellError::place)
                .containsExactly("SystemExit", "cell 1, line 2");
        assertThat(session.run("cell 2", "void leave() { Runtime.getRuntime().halt(1); }\nleave();")
                        .error())
                .extracting(CellError::name)
                .isEqualTo("SystemExit");
        assertThat(session.run("cell 3", "IntStream.of(5).forEach(System::exit);")
                        .error())
                .extracting(CellError::name)
                .isEqualTo("SystemExit");
        assertThat(session.run("cell 4", "kept").value()).isEqualTo(3);
    }
}
