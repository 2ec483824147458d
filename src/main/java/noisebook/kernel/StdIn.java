package noisebook.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** The standard input of cells: each line is asked of the front end that runs the cell. An interrupt ends the wait. */
final class StdIn extends InputStream {
    private final FrontEnd frontEnd;
    private final Outputs outputs;
    private final BlockingQueue<String> typed = new LinkedBlockingQueue<>();
    private volatile @Nullable Message cell;
    private byte[] line = {};
    private int position;

    StdIn(FrontEnd frontEnd, Outputs outputs) {
        this.frontEnd = frontEnd;
        this.outputs = outputs;
    }

    /** From now on this cell may ask, or nobody when its front end takes no questions. */
    void startCell(@Nullable Message request) {
        cell = request;
    }

    /** The user has typed something. */
    void typed(String text) {
        typed.add(text);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == line.length) {
            ask();
        }
        int count = Math.min(length, line.length - position);
        System.arraycopy(line, position, bytes, offset, count);
        position += count;
        return count;
    }

    @Override
    public synchronized int available() {
        return line.length - position;
    }

    private void ask() throws IOException {
        Message request = cell;
        if (request == null) {
            throw new IllegalStateException(
                    "this front end takes no input; run the cell in JupyterLab, Notebook or a console");
        }
        outputs.flush();
        typed.clear();
        frontEnd.ask(request, "input_request", Json.of("prompt", "", "password", false));
        try {
            line = (typed.take() + "\n").getBytes(StandardCharsets.UTF_8);
            position = 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the cell was interrupted while it waited for input");
        }
    }
}
