package noisebook.notebook;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.function.Supplier;

/** Makes stock IJava show what our own kernel shows. Loaded only where IJava runs. */
final class IJavaBridge {
    private IJavaBridge() {}

    /** Registers our renderers with a kernel, and sends displays to it. */
    static void install(Object kernel) {
        BaseKernel base = (BaseKernel) kernel;
        StockKernels.shownClasses().forEach(type -> register(base.getRenderer(), type));
        Notebook.redirect(new KernelSink(base));
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
