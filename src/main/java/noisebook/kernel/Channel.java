package noisebook.kernel;

import java.util.Locale;
import org.zeromq.SocketType;

/** The five sockets of a kernel. */
public enum Channel {
    /** Requests to run, complete, inspect, and their replies. */
    SHELL(SocketType.ROUTER),
    /** Requests that must not wait behind a running cell: interrupt, shutdown. */
    CONTROL(SocketType.ROUTER),
    /** The kernel asks, the front end answers with what the user typed. */
    STDIN(SocketType.ROUTER),
    /** What every front end sees: status, output, results. */
    IOPUB(SocketType.XPUB),
    /** Whatever comes in goes back, as a sign of life. */
    HB(SocketType.ROUTER);

    private final SocketType type;

    Channel(SocketType type) {
        this.type = type;
    }

    SocketType type() {
        return type;
    }

    /** The name of its port in a connection file. */
    String portName() {
        return name().toLowerCase(Locale.ROOT) + "_port";
    }
}
