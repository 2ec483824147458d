package noisebook.kernel;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import noisebook.notebook.Notebook;
import noisebook.notebook.Sink;

/**
 * A Jupyter kernel for Java, messaging protocol 5.4.
 *
 * <p>Three threads answer: that of the sockets what needs no Java compiler, one what an editor asks, one runs the cells.
 * So a request is answered while a cell runs, unless it is to run another cell. While a kernel is open the standard
 * streams and {@link Notebook}'s displays of this JVM are its own.
 */
final class Kernel implements AutoCloseable {
    private final Channels channels;
    private final FrontEnd frontEnd;
    private final Outputs outputs;
    private final StdIn stdin;
    private final History history;
    private final Comms comms;
    private final CellQueue cells;
    private final Session session = Session.openInBackground();
    private final Questions questions = Questions.of(session);
    private final ExecutorService assistant = Executors.newSingleThreadExecutor(Threads::daemon);
    private final CountDownLatch end = new CountDownLatch(1);

    private final PrintStream systemOut = System.out;
    private final PrintStream systemErr = System.err;
    private final InputStream systemIn = System.in;
    private final Sink sinkBefore;

    private Kernel(Connection connection, History history) throws IOException {
        channels = Channels.bind(connection);
        this.history = history;
        frontEnd = new FrontEnd(channels);
        outputs = new Outputs(frontEnd, connection.kernel());
        stdin = new StdIn(frontEnd, outputs);
        comms = outputs.comms();
        CellRunner runner = new CellRunner(session, frontEnd, outputs, stdin, history);
        cells = new CellQueue(runner, frontEnd, outputs, comms);
        sinkBefore = Notebook.redirect(outputs);
        System.setOut(outputs.printStream("stdout"));
        System.setErr(outputs.printStream("stderr"));
        System.setIn(stdin);
    }

    /**
     * Starts a kernel.
     *
     * @param connection where it listens
     * @param history where it keeps what was run
     * @throws IOException if an address cannot be bound
     */
    static Kernel start(Connection connection, History history) throws IOException {
        Kernel kernel = new Kernel(connection, history);
        kernel.frontEnd.status("starting", null);
        kernel.cells.start();
        kernel.channels.serve(kernel::received);
        return kernel;
    }

    /** Waits until a front end asks the kernel to leave. */
    void awaitShutdown() throws InterruptedException {
        end.await();
    }

    /** On the thread of the sockets. */
    private void received(Channel channel, Message message) {
        switch (message.type()) {
            case "execute_request", "comm_open", "comm_msg", "comm_close" -> cells.add(message);
            case "complete_request" -> ask(channel, message, questions::complete);
            case "is_complete_request" -> ask(channel, message, questions::isComplete);
            case "inspect_request" -> ask(channel, message, questions::inspect);
            case "kernel_info_request" -> frontEnd.answer(channel, message, content -> KernelInfo.reply());
            case "history_request" -> frontEnd.answer(channel, message, history::reply);
            case "comm_info_request" -> frontEnd.answer(channel, message, comms::info);
            case "connect_request" -> frontEnd.answer(channel, message, content -> channels.ports());
            case "interrupt_request" -> frontEnd.answer(channel, message, content -> interrupt());
            case "shutdown_request" -> shutdown(channel, message);
            case "input_reply" -> stdin.typed(Json.text(message.content(), "value"));
            default -> refuse(channel, message);
        }
    }

    private void ask(Channel channel, Message message, FrontEnd.Answer answer) {
        assistant.execute(() -> frontEnd.answer(channel, message, answer));
    }

    private JsonObject interrupt() {
        session.interrupt();
        return Json.of("status", "ok");
    }

    private void shutdown(Channel channel, Message message) {
        JsonObject reply = Json.of("status", "ok", "restart", Json.flag(message.content(), "restart", false));
        frontEnd.announce("shutdown_reply", message.header(), reply);
        frontEnd.answer(channel, message, content -> reply);
        end.countDown();
    }

    private void refuse(Channel channel, Message message) {
        if (!message.isRequest()) {
            throw new BadMessageException("a kernel gets no " + message.type());
        }
        frontEnd.answer(channel, message, content -> {
            throw new BadMessageException("this kernel does not know " + message.type());
        });
    }

    /** Stops the running cell, sends what is still to be sent, gives the standard streams back. */
    @Override
    public void close() {
        session.interrupt();
        cells.leave();
        Notebook.redirect(sinkBefore);
        System.setOut(systemOut);
        System.setErr(systemErr);
        System.setIn(systemIn);
        assistant.shutdown();
        cells.close();
        channels.close();
        session.close();
    }
}
