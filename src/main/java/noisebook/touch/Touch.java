package noisebook.touch;

import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import noisebook.plot.PagePiece;
import noisebook.plot.Png;

/**
 * A figure that one can touch, as one self-contained piece of HTML: pointer, touch and keyboard move it, and it says when its task is done. It needs no
 * kernel; where scripts do not run, a picture stands there.
 *
 * <p>What it computes can be held against Java: the piece carries a few of Java's values, and puts the largest difference into its attribute
 * {@code data-error}.
 */
public final class Touch {
    private final String title;
    private final String task;
    private final String script;
    private final BufferedImage still;
    private final Map<String, Object> data = new LinkedHashMap<>();

    private Touch(String title, String task, String script, BufferedImage still) {
        this.title = title;
        this.task = task;
        this.script = script;
        this.still = still;
    }

    /**
     * A figure without data.
     *
     * @param title in a few words
     * @param task that the page checks, in a sentence
     * @param script the name of what draws it, {@code NAME.html} in this package
     * @param still what stands there where scripts do not run
     */
    static Touch of(String title, String task, String script, BufferedImage still) {
        return new Touch(title, task, script, still);
    }

    /** Gives the script a value: a text, number, list, array or map. */
    Touch with(String name, Object value) {
        data.put(name, value);
        return this;
    }

    /** One self-contained piece of HTML. */
    public String html() {
        return PagePiece.of(Touch.class, "touch")
                .text("TITLE", title)
                .text("TASK", task)
                .markup("STILL", Png.dataUrl(still))
                .data("DATA", data)
                .markup("SCRIPT", PagePiece.of(Touch.class, script).html())
                .html();
    }

    /** What stands there where scripts do not run. */
    public BufferedImage still() {
        return still;
    }
}
