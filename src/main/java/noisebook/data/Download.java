package noisebook.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Fetches one file over HTTP: written beside its place as {@code name.part}, checked, then moved there in one step.
 *
 * <p>A transfer that broke off or was interrupted keeps its part, and the next one asks for the rest only (HTTP Range,
 * RFC 9110 section 14). A part that fails its check, or that met a full disk, is deleted, and so are
 * the folders that were made for it.
 */
final class Download {
    private static final int BUFFER = 1 << 16;
    private static final long REPORT_MILLIS = 200;
    private static final int OK = 200;
    private static final int PARTIAL_CONTENT = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final URI from;
    private final Path to;
    private final Path part;
    private final Duration patience;

    private Download(URI from, Path to, Duration patience) {
        this.from = from;
        this.to = to.toAbsolutePath();
        this.part = this.to.resolveSibling(to.getFileName() + ".part");
        this.patience = patience;
    }

    /** The server may be silent for as long as {@code patience}. */
    static Download of(URI from, Path to, Duration patience) {
        return new Download(from, to, patience);
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
     * @throws InterruptedIOException when the thread is interrupted; its flag stays set
     */
    void run(Consumer<DownloadProgress> listener, Check check) throws IOException {
        List<Path> made = missingFolders();
        try {
            fetch(listener);
            check(check);
        } catch (IOException e) {
            deleteEmpty(made);
            throw e;
        }
        Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private void fetch(Consumer<DownloadProgress> listener) throws IOException {
        FileChannel file = openPart();
        try (file) {
            receive(request(file), file, listener);
        } catch (IOException e) {
            if (Files.exists(part) && Files.size(part) == 0) {
                Files.delete(part);
            }
            throw e;
        }
    }

    private void check(Check check) throws IOException {
        try {
            check.accept(part);
        } catch (IOException e) {
            Files.delete(part);
            throw new IOException(
                    "%s; it came from %s and was deleted: load again later, or put the original at %s yourself"
                            .formatted(e.getMessage(), from, to),
                    e);
        }
    }

    /** The folders above the part that are not there yet, the deepest first. */
    private List<Path> missingFolders() {
        return Stream.iterate(part.getParent(), Path::getParent)
                .takeWhile(folder -> !Files.exists(folder))
                .toList();
    }

    /** Deletes folders from the deepest up, as far as they are empty. */
    private static void deleteEmpty(List<Path> folders) {
        try {
            for (Path folder : folders) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            // it holds a part, from which the next download goes on, or never came to be
        }
    }

    private FileChannel openPart() throws IOException {
        try {
            Files.createDirectories(part.getParent());
            FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(file)) {
                return file;
            }
            file.close();
        } catch (IOException e) {
            throw new IOException(
                    "cannot write %s (%s): set NOISEBOOK_DATA to a folder you can write".formatted(part, e), e);
        }
        throw new IOException("another download of %s is running: wait for it, then load again".formatted(to));
    }

    private static boolean lock(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException heldInThisJvm) {
            return false;
        }
    }

    /** Asks for what the part lacks, and leaves the file where the bytes to come belong. */
    private HttpResponse<InputStream> request(FileChannel file) throws IOException {
        HttpResponse<InputStream> response = send(file.size());
        if (response.statusCode() == RANGE_NOT_SATISFIABLE) {
            response.body().close();
            response = send(0);
        }
        switch (response.statusCode()) {
            case OK -> file.truncate(0);
            case PARTIAL_CONTENT -> file.position(file.size());
            default -> {
                response.body().close();
                throw new IOException("%s answered HTTP %d: try later, or put the file at %s yourself"
                        .formatted(from, response.statusCode(), to));
            }
        }
        return response;
    }

    private HttpResponse<InputStream> send(long have) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(from).timeout(patience);
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
        }
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        } catch (IOException e) {
            throw new IOException(
                    "no answer from %s (%s): check the network, put the file at %s yourself, or use --data drawn"
                            .formatted(from, e, to),
                    e);
        }
    }

    /**
     * Copies the body on a thread of its own, because a read of it cannot be interrupted on every Java; this thread
     * reports, notices a stall and can be interrupted.
     */
    private void receive(HttpResponse<InputStream> response, FileChannel file, Consumer<DownloadProgress> listener)
            throws IOException {
        var meter = new DownloadMeter(
                to.getFileName().toString(),
                file.position(),
                response.headers().firstValueAsLong("Content-Length").orElse(-1));
        try (InputStream body = response.body()) {
            FutureTask<Boolean> copy = new FutureTask<>(() -> copy(body, file), true);
            Thread worker = new Thread(copy, "download " + to.getFileName());
            worker.setDaemon(true);
            worker.start();
            while (!finished(copy)) {
                listener.accept(meter.at(file.position()));
                if (meter.idle().compareTo(patience) > 0) {
                    throw brokeOff(new IOException("nothing came for %d s".formatted(patience.toSeconds())));
                }
            }
        }
        listener.accept(meter.end(file.position()));
    }

    private boolean finished(FutureTask<Boolean> copy) throws IOException {
        try {
            return copy.get(REPORT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UncheckedIOException io ? io.getCause() : new IOException(e.getCause());
        }
    }

    private void copy(InputStream body, FileChannel file) {
        byte[] buffer = new byte[BUFFER];
        try {
            for (int n = read(body, buffer); n >= 0; n = read(body, buffer)) {
                write(file, ByteBuffer.wrap(buffer, 0, n));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int read(InputStream body, byte[] buffer) throws IOException {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw brokeOff(e);
        }
    }

    private void write(FileChannel file, ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (ClosedChannelException stopped) {
            throw stopped;
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw new IOException(
                    "cannot write %s (%s): free some space, or set NOISEBOOK_DATA to a folder elsewhere"
                            .formatted(part, e.getMessage()),
                    e);
        }
    }

    private IOException brokeOff(IOException cause) {
        return new IOException(
                "the download of %s broke off (%s): load again, it goes on from what has arrived"
                        .formatted(from, cause.getMessage()),
                cause);
    }

    private IOException interrupted(Exception cause) {
        IOException e = new InterruptedIOException(
                "the download of %s was interrupted: load again, it goes on from what has arrived".formatted(from));
        e.initCause(cause);
        return e;
    }
}
