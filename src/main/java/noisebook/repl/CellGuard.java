package noisebook.repl;

/** What the bytecode of cells calls, see {@link CellBytecode}. Public because cells have a class loader of their own. */
@SuppressWarnings("DoNotCallSuggester") // exit throws always; only bytecode calls it
public final class CellGuard {
    private static volatile boolean watching;

    private CellGuard() {}

    /** Ends the calling thread's work if its cell has been stopped; called at loops and at the start of methods. */
    public static void check() {
        if (watching
                && CellThreads.ofCurrentThread().map(CellThreads::isStopped).orElse(false)) {
            throw new CellStopped();
        }
    }

    /** Whether {@link #check} looks at all; off while no cell is being stopped, because it is called in every loop. */
    static void watch(boolean on) {
        watching = on;
    }

    /** In place of {@link System#exit}. */
    public static void exit(int status) {
        throw new SystemExit(status);
    }

    /** In place of {@link Runtime#exit} and {@link Runtime#halt}. */
    public static void exit(Runtime runtime, int status) {
        throw new SystemExit(status);
    }
}
