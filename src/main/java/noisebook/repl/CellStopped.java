package noisebook.repl;

/** Thrown inside a cell that is stopped by force. */
final class CellStopped extends Error {
    private static final long serialVersionUID = 1L;
}
