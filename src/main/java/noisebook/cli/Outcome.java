package noisebook.cli;

import java.util.concurrent.Callable;

/**
 * What came of a call that may fail.
 *
 * @param value what it returned, as text; empty when it failed
 * @param failure why it failed, in one line; empty when it did not
 */
record Outcome(String value, String failure) {
    /** Makes the call. A library that does not load is a failure, too. */
    static Outcome of(Callable<?> call) {
        try {
            return new Outcome(String.valueOf(call.call()), "");
        } catch (Exception | LinkageError e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
            return new Outcome("", message.lines().findFirst().orElse(cause.toString()));
        }
    }

    boolean failed() {
        return !failure.isEmpty();
    }
}
