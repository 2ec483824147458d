package noisebook.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps what a command prints, and forgets afterwards what it has set. */
final class Terminal implements BeforeEachCallback, AfterEachCallback {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    @Override
    public void beforeEach(ExtensionContext test) {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        System.setOut(out);
        System.setErr(err);
        for (String name : new String[] {"home", "data", "dataset", "seed", "train"}) {
            System.clearProperty("noisebook." + name);
        }
    }

    String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    String errors() {
        return complained.toString(StandardCharsets.UTF_8);
    }

    void clear() {
        printed.reset();
        complained.reset();
    }
}
