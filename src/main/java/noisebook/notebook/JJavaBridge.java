package noisebook.notebook;

import java.util.function.Supplier;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/** Makes stock JJava show what our own kernel shows. JJava finds it through its service file when our jar is loaded. */
public final class JJavaBridge implements Extension {
    /** Registers our renderers with a kernel whose extensions have been loaded already. */
    static void join(Object kernel) {
        new JJavaBridge().install((BaseKernel) kernel);
    }

    @Override
    public void install(BaseKernel kernel) {
        StockKernels.shownClasses().forEach(type -> register(kernel.getRenderer(), type));
        Notebook.redirect(new KernelSink(kernel));
    }

    private static <T> void register(Renderer renderer, Class<T> type) {
        renderer.createRegistration(type)
                .preferring(StockKernels.TYPES)
                .register((value, context) -> Rendering.of(value)
                        .data()
                        .forEach((name, content) ->
                                context.renderIfRequested(mime(name), (Supplier<Object>) () -> content)));
    }

    private static MIMEType mime(String name) {
        String[] parts = name.split("/", 2);
        return new MIMEType(parts[0], null, parts[1], null);
    }

    private static DisplayData data(MimeBundle content) {
        DisplayData data = new DisplayData();
        content.data().forEach(data::putData);
        return data;
    }

    /** Sends displays to the kernel. */
    private record KernelSink(BaseKernel kernel) implements Sink {
        @Override
        public void display(String id, MimeBundle content) {
            if (!content.isEmpty()) {
                DisplayData data = data(content);
                data.setDisplayId(id);
                kernel.display(data);
            }
        }

        @Override
        public void update(String id, MimeBundle content) {
            kernel.getIO().display.updateDisplay(id, data(content));
        }
    }
}
