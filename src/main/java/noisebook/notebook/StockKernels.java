package noisebook.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Other Java kernels that Noisebook may find itself in. Their classes are looked up by name, because they are rarely there. */
final class StockKernels {
    /** What our values are shown as, the richest first. */
    static final String[] TYPES = {"text/html", "image/png", "text/plain"};

    private StockKernels() {}

    /** Joins the kernel that runs this JVM, if it is a stock one; does no harm when called again. */
    static void join() {
        Object ijava = running("io.github.spencerpark.ijava.IJava", "getKernelInstance");
        if (ijava != null) {
            IJavaBridge.install(ijava);
        }
        Object jjava = running("org.dflib.jjava.jupyter.kernel.BaseKernel", "notebookKernel");
        if (jjava != null) {
            JJavaBridge.join(jjava);
        }
    }

    /** The kernel that a static method of a stock kernel's class gives, or null. */
    private static @Nullable Object running(String holder, String method) {
        try {
            return find(holder).getMethod(method).invoke(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            return null;
        }
    }

    /** The classes whose values we show; those of libraries only where these are on the class path. */
    static List<Class<?>> shownClasses() {
        List<Class<?>> classes = new ArrayList<>(List.of(Displayable.class, MimeBundle.class, Display.class));
        Rendering.kinds().stream().flatMap(StockKernels::ifPresent).forEach(classes::add);
        return classes;
    }

    private static Stream<Class<?>> ifPresent(String name) {
        try {
            return Stream.of(find(name));
        } catch (ClassNotFoundException | LinkageError e) {
            return Stream.empty();
        }
    }

    private static Class<?> find(String name) throws ClassNotFoundException {
        return Class.forName(name, false, StockKernels.class.getClassLoader());
    }
}
