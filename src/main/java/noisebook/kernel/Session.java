package noisebook.kernel;

import java.util.concurrent.CompletableFuture;
import noisebook.magic.Magics;
import noisebook.notebook.CellSurface;
import noisebook.repl.JavaSession;
import org.jspecify.annotations.Nullable;

/** The Java session of a kernel. It opens in the background, because the compiler takes longer to start than the sockets. */
final class Session implements AutoCloseable {
    private final CompletableFuture<Magics> magics = new CompletableFuture<>();
    private volatile @Nullable JavaSession java;

    private Session() {}

    static Session openInBackground() {
        Session session = new Session();
        Threads.daemon(session::open).start();
        return session;
    }

    private void open() {
        try {
            Magics opened = CellSurface.open();
            java = opened.session();
            magics.complete(opened);
        } catch (RuntimeException | Error e) {
            magics.completeExceptionally(e);
        }
    }

    /** Runs cells and answers questions; waits until the session is open. */
    Magics magics() {
        return magics.join();
    }

    /** Stops the running cell, if one runs. */
    void interrupt() {
        JavaSession session = java;
        if (session != null) {
            session.interrupt();
        }
    }

    @Override
    public void close() {
        JavaSession session = java;
        if (session != null) {
            session.close();
        }
    }
}
