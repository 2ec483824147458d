package noisebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import noisebook.jupyter.Jdk;
import noisebook.jupyter.KernelSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What shows only in a JVM of its own: how a kernel ends. */
final class KernelProcessTest {
    @TempDir
    private Path folder;

    private KernelSpec spec(String... options) {
        List<String> command = new ArrayList<>(List.of(Jdk.current().java().toString()));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                KernelMain.class.getName(),
                "{connection_file}"));
        String home = folder.toString();
        return new KernelSpec(
                folder.resolve("java"),
                Json.of("argv", command, "language", "java", "env", Json.of("XDG_DATA_HOME", home, "LC_ALL", "C")));
    }

    private static Message execute(KernelClient client, String code) {
        return client.send(Channel.SHELL, "execute_request", Json.of("code", code));
    }

    private static KernelProcess start(KernelSpec spec) throws IOException {
        return KernelProcess.start(spec.command(), spec.environment());
    }

    @Test
    void aShutdownRequestIsAnsweredAndEndsTheProcessInOrder() throws Exception {
        try (KernelProcess kernel = start(spec())) {
            KernelClient client = kernel.client();
            client.reply(Channel.SHELL, execute(client, "String привет = \"Ж\"; System.out.println(привет);"));
            Message reply = client.request(Channel.CONTROL, "shutdown_request", Json.of("restart", true));
            assertThat(reply.content()).isEqualTo(Json.of("status", "ok", "restart", true));
            assertThat(kernel.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(kernel.process().exitValue()).isZero();
        }
        assertThat(Files.readString(folder.resolve("noisebook/history.jsonl"))).contains("привет");
    }

    @Test
    void aCellThatEndsTheJvmIsAnsweredFirst() throws Exception {
        try (KernelProcess kernel = start(spec())) {
            KernelClient client = kernel.client();
            // Called behind the back of the guard that turns a cell's own System.exit into an error.
            Message request = execute(client, "System.class.getMethod(\"exit\", int.class).invoke(null, 3);");
            Message reply = client.reply(Channel.SHELL, request);
            assertThat(Json.text(reply.content(), "ename")).isEqualTo("SystemExit");
            assertThat(client.published(request)).extracting(Message::type).contains("error");
            assertThat(kernel.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(kernel.process().exitValue()).isEqualTo(3);
        }
    }

    @Test
    void aFullHeapEndsTheCellOnlyAndIsFreedByTheNextOne() throws Exception {
        try (KernelProcess kernel = start(spec("-Xmx128m", "-XX:+UseSerialGC"))) {
            KernelClient client = kernel.client();
            for (int piece : new int[] {1_000, 100_000, 1_000_000}) { // the first failure may hit anybody who allocates
                String fill = "var all = new ArrayList<int[]>(); while (true) all.add(new int[" + piece + "]);";
                assertThat(reply(client, fill, "ename")).isEqualTo("OutOfMemoryError");
                assertThat(reply(client, "all.size() > 5", "status")).isEqualTo("ok");
                assertThat(reply(client, "all = null;", "status")).isEqualTo("ok");
                assertThat(reply(client, "1 + 1", "status")).isEqualTo("ok");
            }
        }
    }

    private static String reply(KernelClient client, String code, String field) throws TimeoutException {
        return Json.text(client.reply(Channel.SHELL, execute(client, code)).content(), field);
    }

    /** The same kernel, whose standard streams go to a file. */
    private KernelSpec logged(Path log, KernelSpec spec) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" > '" + log + "' 2>&1", "sh"));
        command.addAll(spec.command());
        return new KernelSpec(spec.folder(), Json.of("argv", command, "env", Json.of("XDG_DATA_HOME", "" + folder)));
    }

    @Test
    void loggingSaysWhatIsLoggedAndNothingAboutItself() throws Exception {
        Path log = folder.resolve("log");
        try (KernelProcess kernel = start(logged(log, spec("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn")))) {
            Message request = execute(
                    kernel.client(),
                    "var log = org.slf4j.LoggerFactory.getLogger(\"cell\"); log.info(\"quiet\"); log.warn(\"heard\");");
            assertThat(kernel.client().published(request))
                    .filteredOn(message -> message.type().equals("stream"))
                    .extracting(message -> Json.text(message.content(), "text"))
                    .containsExactly("[cell 1] WARN cell - heard\n");
        }
        assertThat(Files.readString(log)).doesNotContain("SLF4J");
    }

    @Test
    void aWrongSignatureIsWrittenToTheLogOfTheServerAndNotShownToTheCell() throws Exception {
        Path log = folder.resolve("log");
        try (KernelProcess kernel = start(logged(log, spec()))) {
            KernelClient client = kernel.client();
            Message forged = Message.of("kernel_info_request", Json.of(), Json.of());
            client.sendFrames(Channel.SHELL, Wire.of("another key").encode(forged));
            Message request = execute(client, "1 + 1");
            assertThat(client.published(request)).extracting(Message::type).doesNotContain("stream");
        }
        assertThat(Files.readString(log)).contains("wrong signature");
    }

    @Test
    void aKernelWhoseParentIsGoneLeaves() throws Exception {
        KernelSpec spec = spec();
        Path file = folder.resolve("connection.json");
        Connection.local().write(file);
        Process parent = new ProcessBuilder("sleep", "60").start();
        ProcessBuilder builder = new ProcessBuilder(spec.command().stream()
                .map(word -> word.replace("{connection_file}", file.toString()))
                .toList());
        builder.environment().put("JPY_PARENT_PID", String.valueOf(parent.pid()));
        Process kernel = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (KernelClient client = KernelClient.connect(Connection.read(file))) {
            client.request(Channel.SHELL, "kernel_info_request", Json.of());
            execute(client, "while (true);");
            parent.destroyForcibly();
            assertThat(kernel.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            kernel.destroyForcibly();
        }
    }

    @Test
    void aWrongCommandLineIsSaidInOneLine() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(spec().command());
        command.set(command.size() - 1, folder.resolve("missing.json").toString());
        Process kernel = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(kernel.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(kernel.waitFor()).isEqualTo(1);
        assertThat(output).contains("missing.json").doesNotContain("\tat ");
        assertThat(output.lines()).hasSize(1);
    }
}
