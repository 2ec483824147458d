package noisebook.touch;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import noisebook.data.Images;
import noisebook.edit.Drag;
import noisebook.edit.Drag.Point;
import noisebook.edit.Drag.Step;
import noisebook.evaluate.Evaluator;
import noisebook.math.Require;
import noisebook.notebook.Notebook;
import noisebook.notebook.PageLine;
import noisebook.plot.ImageGrid;

/**
 * A picture to drag at: one points at a handle and at its target, says what may change, and sees the generator follow, step by step. Where no kernel answers it plays a drag that was computed
 * before.
 */
public final class DragDesk {
    private static final int MOST = 60; // steps of one drag
    private static final int ZOOM = 10;
    private static final double AWAY = 4; // pixels that the task asks for

    private final Drag start;
    private final Evaluator judge;
    private Drag now;

    private DragDesk(Drag start, Evaluator judge) {
        this.start = start;
        this.judge = judge;
        now = start;
    }

    /**
     * The figure.
     *
     * @param drag on the picture to be dragged at, 28×28
     * @param computed a drag of it
     * @param target where that was to end
     * @param judge says what digit the picture is taken for
     */
    public static Touch of(Drag drag, List<Step> computed, Point target, Evaluator judge) {
        Require.notEmpty("the steps", computed);
        Step end = computed.get(computed.size() - 1);
        Images pictures = Images.join(computed.stream().map(Step::picture).toList());
        String frames = packed(pictures);
        Touch touch = Touch.of(
                        "A digit to drag at",
                        "Bring a point within a pixel of a place that is at least four pixels away from it.",
                        "drag",
                        ImageGrid.of(end.picture()).zoom(ZOOM).image())
                .with("side", pictures.width())
                .with("away", AWAY)
                .with("frames", frames)
                .with("sum", total(frames))
                .with("handles", computed.stream().map(Step::handle).toList())
                .with("target", target)
                .with("read", judge.predict(pictures).labels());
        Optional<PageLine> line = Notebook.listen(new DragDesk(drag, judge)::heard);
        return line.map(l -> touch.with("kernel", l.kernel()).with("comm", l.target()))
                .orElse(touch);
    }

    /** A byte a pixel, in base 64. */
    private static String packed(Images pictures) {
        float[] values = pictures.clipped().values();
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(255 * values[i]);
        }
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** By which a page knows that it reads the pixels rightly. */
    private static long total(String packed) {
        byte[] bytes = Base64.getDecoder().decode(packed);
        return IntStream.range(0, bytes.length)
                .map(i -> bytes[i] & 255)
                .asLongStream()
                .sum();
    }

    /** What the page asks for: the picture from which all began, or a drag. */
    private synchronized void heard(JsonObject asked, Consumer<JsonObject> page) {
        if (!asked.has("from")) {
            now = start;
            page.accept(shown(now.picture()));
            return;
        }
        List<Step> steps = now.run(
                point(asked.getAsJsonArray("from")),
                point(asked.getAsJsonArray("to")),
                free(asked.get("free").getAsString(), start.picture().width()),
                MOST,
                step -> page.accept(shown(step)));
        Step end = steps.get(steps.size() - 1);
        now = now.on(end);
        JsonObject last = shown(end);
        last.addProperty("steps", steps.size() - 1);
        page.accept(last);
    }

    private static Point point(JsonArray pair) {
        return new Point(pair.get(0).getAsInt(), pair.get(1).getAsInt());
    }

    /** 1 for each pixel that may change. */
    static double[] free(String part, int side) {
        double[] free = new double[side * side];
        Arrays.setAll(free, i -> switch (part) {
            case "all" -> 1;
            case "upper half" -> i / side < side / 2 ? 1 : 0;
            case "lower half" -> i / side < side / 2 ? 0 : 1;
            case "left half" -> i % side < side / 2 ? 1 : 0;
            case "right half" -> i % side < side / 2 ? 0 : 1;
            default -> throw new IllegalArgumentException("no part of a picture is named '" + part + "'");
        });
        return free;
    }

    private JsonObject shown(Images picture) {
        JsonObject shown = new JsonObject();
        shown.addProperty("frame", packed(picture));
        shown.addProperty("read", judge.predict(picture).labels()[0]);
        return shown;
    }

    private JsonObject shown(Step step) {
        JsonObject shown = shown(step.picture());
        JsonArray handle = new JsonArray();
        handle.add(step.handle().x());
        handle.add(step.handle().y());
        shown.add("handle", handle);
        return shown;
    }
}
