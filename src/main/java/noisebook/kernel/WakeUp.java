package noisebook.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Wakes a thread that waits for sockets: one more socket, of this process to itself.
 *
 * <p>The writing end is a plain {@link Socket}: a channel would close when the thread that writes is interrupted, and cells
 * are interrupted while they print.
 */
final class WakeUp {
    private final SocketChannel reading;
    private final Socket writing;
    private final AtomicBoolean signalled = new AtomicBoolean();

    WakeUp() throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
            writing =
                    new Socket(InetAddress.getLoopbackAddress(), server.socket().getLocalPort());
            reading = server.accept();
        }
        if (!reading.getRemoteAddress().equals(writing.getLocalSocketAddress())) {
            throw new IOException("another process took the kernel's internal connection; start it again");
        }
        writing.setTcpNoDelay(true);
        reading.configureBlocking(false);
    }

    SelectableChannel channel() {
        return reading;
    }

    /** Wakes the thread, now or when it next waits. */
    void signal() {
        if (signalled.compareAndSet(false, true)) {
            try {
                writing.getOutputStream().write(1);
            } catch (IOException e) {
                throw new UncheckedIOException("the socket that wakes the socket thread broke", e);
            }
        }
    }

    /** Called by the thread when awake, before it looks for work: first the bytes go, then the mark, so none is missed. */
    void reset() {
        try {
            int read = reading.read(ByteBuffer.allocate(8));
            if (read < 0) {
                throw new IOException("end of stream");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the socket that wakes the socket thread broke", e);
        }
        signalled.set(false);
    }
}
