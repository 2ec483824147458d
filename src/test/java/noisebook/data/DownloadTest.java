package noisebook.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DownloadTest {
    private static final byte[] CONTENT = new byte[500_000];

    static {
        new Random(42).nextBytes(CONTENT);
    }

    @TempDir
    private Path folder;

    private Path target;
    private Path part;
    private HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> ranges = new ArrayList<>();
    private final List<DownloadProgress> reports = new ArrayList<>();

    @BeforeEach
    void startServer() throws IOException {
        target = folder.resolve("made/on/the/way/file.gz");
        part = target.resolveSibling("file.gz.part");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/whole", exchange -> send(exchange, 200, CONTENT, CONTENT.length));
        server.createContext("/ranges", this::sendRange);
        server.createContext("/stalls", DownloadTest::sendHalfAndStall);
        server.createContext("/missing", exchange -> send(exchange, 404, new byte[0], 0));
        server.createContext(
                "/short", exchange -> send(exchange, 200, Arrays.copyOf(CONTENT, 300_000), CONTENT.length));
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void bringsTheFileAndReportsItsEnd() throws IOException {
        download("/whole");
        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(part).doesNotExist();
        DownloadProgress last = reports.get(reports.size() - 1);
        assertThat(last.bytes()).isEqualTo(CONTENT.length).isEqualTo(last.totalBytes());
        assertThat(last.line()).isEqualTo("\rfile.gz 100 % of 0.5 MB, done        \n");
    }

    @Test
    void asksOnlyForWhatThePartLacks() throws IOException {
        writePart(Arrays.copyOf(CONTENT, 123_456));
        download("/ranges");
        assertThat(ranges).containsExactly("bytes=123456-");
        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(reports.get(reports.size() - 1).totalBytes()).isEqualTo(CONTENT.length);
    }

    @Test
    void startsAgainWhenTheServerIgnoresTheRange() throws IOException {
        writePart(new byte[700_000]);
        download("/whole");
        assertThat(target).hasBinaryContent(CONTENT);
    }

    @Test
    void startsAgainWhenThePartIsTooLong() throws IOException {
        writePart(new byte[CONTENT.length]);
        download("/ranges");
        assertThat(ranges).containsExactly("bytes=500000-", null);
        assertThat(target).hasBinaryContent(CONTENT);
    }

    @Test
    void keepsThePartWhenTheTransferBreaksOff() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> download("/short"))
                .withMessageContaining("broke off")
                .withMessageContaining("load again, it goes on from what has arrived");
        assertThat(Files.size(part)).isPositive();
        assertThat(target).doesNotExist();
        download("/ranges");
        assertThat(ranges).doesNotContainNull().hasSize(1);
        assertThat(target).hasBinaryContent(CONTENT);
    }

    @Test
    void deletesAPartThatFailsItsCheck() {
        assertThatIOException()
                .isThrownBy(() -> of("/whole").run(reports::add, file -> {
                    assertThat(file).isEqualTo(part);
                    throw new IOException("not it");
                }))
                .withMessageMatching("not it; it came from http:.*/whole and was deleted: .* put the original at .*");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysWhatTheServerAnswered() {
        assertThatIOException().isThrownBy(() -> download("/missing")).withMessageContaining("answered HTTP 404");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysThatThereIsNoNetworkAndWhatToDo() {
        server.stop(0);
        assertThatIOException()
                .isThrownBy(() -> download("/whole"))
                .withMessageContaining("no answer from")
                .withMessageContaining("check the network")
                .withMessageContaining("--data drawn");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keepsFoldersThatWereThereOrHoldSomething() throws IOException {
        Files.createDirectories(folder.resolve("made"));
        assertThatIOException().isThrownBy(() -> download("/missing"));
        assertThat(folder.resolve("made")).isEmptyDirectory();
        Path neighbour = Files.createDirectories(part.getParent()).resolveSibling("neighbour");
        Files.writeString(neighbour, "mine");
        assertThatIOException().isThrownBy(() -> download("/missing"));
        assertThat(neighbour).hasContent("mine");
    }

    @Test
    void saysThatTheDiskIsFullAndLeavesNothing() throws IOException {
        assumeThat(Path.of("/dev/full")).exists();
        Files.createDirectories(part.getParent());
        Files.createSymbolicLink(part, Path.of("/dev/full"));
        assertThatIOException()
                .isThrownBy(() -> download("/whole"))
                .withMessageContaining("No space left on device")
                .withMessageContaining("free some space");
        assertThat(part.getParent()).isEmptyDirectory();
    }

    @Test
    void saysThatTheFolderCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("made"), "a file where a folder should be");
        assertThatIOException()
                .isThrownBy(() -> download("/whole"))
                .withMessageStartingWith("cannot write " + part)
                .withMessageContaining("set NOISEBOOK_DATA to a folder you can write");
    }

    @Test
    void refusesToWriteWhereAnotherDownloadDoes() throws IOException {
        writePart(CONTENT);
        try (FileChannel other = FileChannel.open(part, StandardOpenOption.WRITE)) {
            other.lock();
            assertThatIOException().isThrownBy(() -> download("/whole")).withMessageContaining("another download");
        }
        assertThat(part).hasBinaryContent(CONTENT);
    }

    @Test
    void givesUpAServerThatFallsSilent() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> of("/stalls", Duration.ofSeconds(1)).run(reports::add, file -> {}))
                .withMessageContaining("broke off (nothing came for 1 s)");
        assertThat(part).hasBinaryContent(Arrays.copyOf(CONTENT, CONTENT.length / 2));
        assertThat(reports.get(reports.size() - 1).bytes()).isEqualTo(CONTENT.length / 2);
    }

    @Test
    void anInterruptStopsItAndKeepsWhatCame() throws Exception {
        FutureTask<IOException> outcome = new FutureTask<>(() -> {
            try {
                download("/stalls");
                return new IOException("it came to an end");
            } catch (IOException e) {
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
                return e;
            }
        });
        Thread worker = new Thread(outcome);
        worker.start();
        while (!Files.exists(part) || Files.size(part) < CONTENT.length / 2) {
            Thread.sleep(5);
        }
        worker.interrupt();
        assertThat(outcome.get(10, TimeUnit.SECONDS))
                .isInstanceOf(InterruptedIOException.class)
                .hasMessageContaining("was interrupted: load again, it goes on from what has arrived");
        assertThat(part).hasBinaryContent(Arrays.copyOf(CONTENT, CONTENT.length / 2));
    }

    @Test
    void theTimeLeftFollowsTheSpeedSoFar() {
        assertThat(DownloadMeter.eta(2_000_000, 6_000_000, 1_000_000_000L)).hasSeconds(3);
        assertThat(DownloadMeter.eta(2_000_000, -1, 1_000_000_000L)).isZero();
    }

    @Test
    void theLineNamesFileShareAndTimeLeft() {
        assertThat(new DownloadProgress("a.gz", 430, 1000, Duration.ofMillis(3900)).line())
                .isEqualTo("\ra.gz  43 % of 0.0 MB, 3 s left    ");
    }

    private void download(String path) throws IOException {
        of(path).run(reports::add, file -> assertThat(file).hasBinaryContent(CONTENT));
    }

    private Download of(String path) {
        return of(path, Duration.ofSeconds(20));
    }

    private Download of(String path, Duration patience) {
        return Download.of(URI.create("http://localhost:" + server.getAddress().getPort() + path), target, patience);
    }

    private void writePart(byte[] bytes) throws IOException {
        Files.createDirectories(part.getParent());
        Files.write(part, bytes);
    }

    private void sendRange(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(range);
        int start = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        if (start >= CONTENT.length) {
            send(exchange, 416, new byte[0], 0);
        } else {
            byte[] rest = Arrays.copyOfRange(CONTENT, start, CONTENT.length);
            send(exchange, range == null ? 200 : 206, rest, rest.length);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body, int length) throws IOException {
        exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void sendHalfAndStall(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, CONTENT.length);
        exchange.getResponseBody().write(CONTENT, 0, CONTENT.length / 2);
        exchange.getResponseBody().flush();
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
