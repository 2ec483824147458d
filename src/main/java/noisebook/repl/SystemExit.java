package noisebook.repl;

/** Thrown where a cell calls {@code System.exit}: it ends the cell, not the session. */
public final class SystemExit extends Error {
    private static final long serialVersionUID = 1L;

    SystemExit(int status) {
        super("System.exit(" + status + ") ends this cell only; the session and its variables live on");
    }
}
