package noisebook.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Fetches one file over HTTP: written beside its place as {@code name.part}, checked, then moved there in one step.
 *
 * <p>A transfer that broke off or was interrupted keeps its part, and the next one asks for the rest only (HTTP Range,
 * RFC 9110 section 14). A part that fails its check, or that met a full disk, is deleted.
 */
public final class Download {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int BUFFER = 1 << 16;
    private static final int OK = 200;
    private static final int PARTIAL_CONTENT = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final URI from;
    private final Path to;
    private final Path part;

    private Download(URI from, Path to) {
        this.from = from;
        this.to = to;
        this.part = to.resolveSibling(to.getFileName() + ".part");
    }

    static Download of(URI from, Path to) {
        return new Download(from, to);
    }

    /** What a finished part must pass. */
    @FunctionalInterface
    interface Check {
        /** Throws when the file is not what was wanted. */
        void accept(Path file) throws IOException;
    }

    /**
     * Fetches, checks and moves in place.
     *
     * @param listener told a few times a second and at the end
     * @param check of the whole file
     * @throws IOException when there is no network, the server refuses, the transfer breaks off, the disk is full or the
     *     check fails
     * @throws InterruptedIOException when the thread is interrupted, whose flag stays set
     */
    void run(Consumer<DownloadProgress> listener, Check check) throws IOException {
        prepareFolder();
        HttpResponse<InputStream> response = request();
        try (ReadableByteChannel body = Channels.newChannel(response.body())) {
            receive(body, response, listener);
        }
        try {
            check.accept(part);
        } catch (IOException wrong) {
            Files.delete(part);
            throw new IOException(
                    "%s did not give the file expected; what came was deleted: %s".formatted(from, wrong.getMessage()),
                    wrong);
        }
        Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private void prepareFolder() throws IOException {
        try {
            Files.createDirectories(part.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new IOException(
                    "cannot create the folder for %s: set NOISEBOOK_DATA to a folder you can write".formatted(to), e);
        }
    }

    private HttpResponse<InputStream> request() throws IOException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        HttpResponse<InputStream> response = send(have);
        if (response.statusCode() == RANGE_NOT_SATISFIABLE) {
            response.body().close();
            Files.delete(part);
            response = send(0);
        }
        if (response.statusCode() != OK && response.statusCode() != PARTIAL_CONTENT) {
            response.body().close();
            throw new IOException("%s answered HTTP %d: try later, or put the file at %s yourself"
                    .formatted(from, response.statusCode(), to));
        }
        return response;
    }

    private HttpResponse<InputStream> send(long have) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(from).timeout(PATIENCE);
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
        }
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (IOException e) {
            throw new IOException(
                    "no answer from %s (%s): check the network, put the file at %s yourself, or use the drawn digits, which need none"
                            .formatted(from, e, to),
                    e);
        }
    }

    private void receive(
            ReadableByteChannel body, HttpResponse<InputStream> response, Consumer<DownloadProgress> listener)
            throws IOException {
        boolean resumed = response.statusCode() == PARTIAL_CONTENT;
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (!resumed) {
                file.truncate(0);
            }
            file.position(file.size());
            long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
            var meter = new DownloadProgress.Meter(to.getFileName().toString(), file.size(), length, listener);
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
            while (read(body, buffer)) {
                meter.add(buffer.flip().remaining());
                write(file, buffer);
                buffer.clear();
            }
            meter.finish();
        }
    }

    private boolean read(ReadableByteChannel body, ByteBuffer buffer) throws IOException {
        try {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted");
            }
            return body.read(buffer) >= 0;
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted() || e.getCause() instanceof InterruptedException) {
                throw interrupted(e);
            }
            throw new IOException(
                    "the download of %s broke off (%s): load again, it goes on from what %s holds"
                            .formatted(from, e.getMessage(), part),
                    e);
        }
    }

    private void write(FileChannel file, ByteBuffer buffer) throws IOException {
        try {
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw new IOException(
                    "cannot write %s (%s): free some space, or set NOISEBOOK_DATA to a folder elsewhere"
                            .formatted(part, e.getMessage()),
                    e);
        }
    }

    private InterruptedIOException interrupted(Exception cause) {
        Thread.currentThread().interrupt();
        InterruptedIOException e = new InterruptedIOException(
                "the download of %s was interrupted: load again, it goes on from what has arrived".formatted(from));
        e.initCause(cause);
        return e;
    }
}
