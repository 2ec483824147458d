package noisebook.kernel;

/** A message that does not follow the protocol; it is dropped, or answered with an error when it is a signed request. */
public final class BadMessageException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    BadMessageException(String message) {
        super(message);
    }
}
