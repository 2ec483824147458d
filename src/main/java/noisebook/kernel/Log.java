package noisebook.kernel;

import java.io.PrintStream;

/** What goes wrong inside the kernel, on the standard error it was started with: it lands in the server's log. */
final class Log {
    private static final PrintStream ERR = System.err;

    private Log() {}

    static void warn(String message) {
        ERR.println("noisebook kernel: " + message);
    }

    static void warn(String message, Throwable cause) {
        warn(message + ": " + cause);
        cause.printStackTrace(ERR);
    }
}
