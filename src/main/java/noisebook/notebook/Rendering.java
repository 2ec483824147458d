package noisebook.notebook;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How values are shown: images as PNG, films and tables as HTML, the rest as readable text; there is always a text as well. */
public final class Rendering {
    /** Kinds of values by the name of a class or interface, so that showing a number loads no library. */
    private static final Map<String, Function<Object, MimeBundle>> KINDS = Map.of(
            "java.awt.image.BufferedImage", RichValues::image,
            "noisebook.plot.Film", RichValues::film,
            "tech.tablesaw.api.Table", RichValues::table,
            "org.knowm.xchart.internal.chartpart.Chart", RichValues::chart,
            "ai.djl.ndarray.NDArray", TensorView::of);

    /** The kind of each class seen so far. */
    private static final ClassValue<Optional<Function<Object, MimeBundle>>> KIND = new ClassValue<>() {
        @Override
        protected Optional<Function<Object, MimeBundle>> computeValue(Class<?> type) {
            Set<String> names = new LinkedHashSet<>();
            addNames(type, names);
            return names.stream().filter(KINDS::containsKey).findFirst().map(KINDS::get);
        }
    };

    private Rendering() {}

    /** The classes, by name, whose values are shown as more than text. */
    static Set<String> kinds() {
        return KINDS.keySet();
    }

    /**
     * The representations of a value.
     *
     * @param value anything
     * @return empty for null and for the handle of a display, which already shows itself
     */
    public static MimeBundle of(@Nullable Object value) {
        if (value == null || value instanceof Display || Displays.isHandle(value)) {
            return MimeBundle.EMPTY;
        }
        if (value instanceof MimeBundle bundle) {
            return bundle;
        }
        if (value instanceof Displayable displayable) {
            return displayable.toMime();
        }
        return KIND.get(value.getClass())
                .map(kind -> kind.apply(value))
                .orElseGet(() -> MimeBundle.text(PlainText.of(value)));
    }

    private static void addNames(@Nullable Class<?> type, Set<String> names) {
        if (type != null && names.add(type.getName())) {
            for (Class<?> one : type.getInterfaces()) {
                addNames(one, names);
            }
            addNames(type.getSuperclass(), names);
        }
    }
}
