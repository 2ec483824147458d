package noisebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import noisebook.kernel.TestKernel.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InterruptTest {
    private static TestKernel kernel;

    @BeforeAll
    static void start() throws Exception {
        kernel = TestKernel.start();
        kernel.run("int kept = 5;");
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true);",
                "Thread.sleep(60_000);",
                "Object lock = new Object(); while (true) { synchronized (lock) { lock.hashCode(); } }",
                "Object door = new Object(); synchronized (door) { door.wait(); }",
                "new Scanner(System.in).nextLine();",
                "while (true) System.out.println(\"and on\");"
            })
    void aRunningCellIsStoppedAndTheStateIsKept(String code) throws Exception {
        Message request = kernel.send(code);
        while (!kernel.client.next(Channel.IOPUB, Duration.ofSeconds(10)).type().equals("execute_input")) {
            continue;
        }
        Thread.sleep(200);
        assertThat(Json.text(kernel.control("interrupt_request"), "status")).isEqualTo("ok");
        Run run = kernel.finish(request);
        assertThat(Json.text(run.reply(), "ename")).isEqualTo("Interrupted");
        assertThat(kernel.run("kept").result()).isEqualTo("5");
    }

    @Test
    void anInterruptedLoopBurnsNoMoreProcessorTime() throws Exception {
        aRunningCellIsStoppedAndTheStateIsKept("while (true);");
        long before = cpuOfCells();
        Thread.sleep(400);
        assertThat(Duration.ofNanos(cpuOfCells() - before)).isLessThan(Duration.ofMillis(100));
    }

    /** Processor time of the threads that run cells. */
    private static long cpuOfCells() {
        var threads = ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getThreadGroup() != null
                    && thread.getThreadGroup().getName().contains("JShell")) {
                sum += threads.getThreadCpuTime(thread.getId());
            }
        }
        return sum;
    }

    @Test
    void anInterruptWithoutACellDoesNothing() throws Exception {
        assertThat(Json.text(kernel.control("interrupt_request"), "status")).isEqualTo("ok");
        assertThat(kernel.run("1 + 1").result()).isEqualTo("2");
    }
}
