package noisebook.notebook;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The functions that a cell calls without an import, as in other Java kernels: {@code display}, {@code updateDisplay},
 * {@code clearOutput} and {@code render}. Where types are named, such as {@code "text/html"}, only these are shown; text given as one of them is
 * taken as it is.
 */
public final class Displays {
    private static volatile @Nullable String lastHandle;

    private Displays() {}

    /** Whether a cell's value is what its last call of {@code display} returned: it has been shown, so it says nothing. */
    static boolean isHandle(Object value) {
        return value == lastHandle; // the same object: an equal text may be shown
    }

    /**
     * Shows a value below the cell.
     *
     * @param value anything
     * @return a handle for {@link #updateDisplay}
     */
    public static String display(@Nullable Object value) {
        return show(Rendering.of(value));
    }

    /**
     * Shows a value in some of its representations.
     *
     * @param value anything
     * @param types MIME types
     * @return a handle for {@link #updateDisplay}
     */
    public static String display(@Nullable Object value, String... types) {
        return show(render(value, types));
    }

    private static String show(MimeBundle content) {
        String handle = new String(Notebook.display(content).id());
        lastHandle = handle;
        return handle;
    }

    /** Removes what the running cell has shown so far, once something new is shown: so the picture does not flicker. */
    public static void clearOutput() {
        Notebook.clear(true);
    }

    /** Replaces what was shown under a handle. */
    public static void updateDisplay(String handle, @Nullable Object value) {
        Notebook.update(handle, value);
    }

    /** Replaces what was shown under a handle by some of the representations of a value. */
    public static void updateDisplay(String handle, @Nullable Object value, String... types) {
        Notebook.update(handle, render(value, types));
    }

    /**
     * The representations of a value, without showing it.
     *
     * @param value anything
     * @param types MIME types; none for all
     */
    public static MimeBundle render(@Nullable Object value, String... types) {
        if (types.length == 0) {
            return Rendering.of(value);
        }
        if (value instanceof CharSequence text) {
            return new MimeBundle(
                    Arrays.stream(types).distinct().collect(Collectors.toMap(type -> type, type -> text.toString())));
        }
        Map<String, String> all = Rendering.of(value).data();
        Map<String, String> chosen = new LinkedHashMap<>(all);
        chosen.keySet().retainAll(List.of(types));
        return chosen.isEmpty() ? new MimeBundle(all) : new MimeBundle(chosen);
    }
}
