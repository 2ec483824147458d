package noisebook.kernel;

/** Threads of the kernel: none of them keeps the JVM alive. */
final class Threads {
    private Threads() {}

    static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "noisebook-kernel");
        thread.setDaemon(true);
        return thread;
    }
}
