package noisebook.magic;

/** A magic was called in a way it does not understand; the message says how to call it, or what to do. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
