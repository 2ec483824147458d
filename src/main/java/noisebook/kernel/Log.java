package noisebook.kernel;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What goes wrong inside the kernel, on the standard error it was started with: it lands in the server's log. */
public final class Log {
    /** Not {@link System#err}, which belongs to the cells while a kernel runs. */
    private static final PrintStream ERR =
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

    private Log() {}

    public static void warn(String message) {
        ERR.println("noisebook kernel: " + message);
    }

    public static void warn(String message, Throwable cause) {
        warn(message + ": " + cause);
        cause.printStackTrace(ERR);
    }
}
