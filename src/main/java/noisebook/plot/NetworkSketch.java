package noisebook.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.QuadCurve2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import noisebook.math.Require;

/**
 * A network as a row of boxes, one for each shape on the way of an image: as high as the image is wide, and the thicker the more channels, on a
 * logarithmic scale. Arcs join what skips ahead.
 *
 * <pre>{@code NetworkSketch.of("G").box("z", 64, 1).box("conv", 32, 7).image()}</pre>
 */
public final class NetworkSketch implements Drawing {
    private static final int GAP = 30;
    private static final int HEIGHT = 170;
    private static final int LABELS = 46;
    private static final int TOP = 74;
    private static final Color FILL = new Color(0xdce6f5);
    private static final Color EDGE = new Color(0x4878cf);
    private static final Color SKIP = new Color(0xb7791f);

    private final String title;
    private final List<Box> boxes;
    private final List<Skip> skips;

    private record Box(String name, long channels, long side) {
        int width() {
            return 10 + (int) Math.round(7 * Math.log((double) channels) / Math.log(2));
        }

        int height() {
            return Math.max(8, (int) Math.round(4.2 * (double) side));
        }

        String shape() {
            return side == 1 ? "" + channels : channels + " × " + side + "²";
        }
    }

    private record Skip(int from, int to) {}

    private NetworkSketch(String title, List<Box> boxes, List<Skip> skips) {
        this.title = title;
        this.boxes = List.copyOf(boxes);
        this.skips = List.copyOf(skips);
    }

    /** A sketch without boxes yet. */
    public static NetworkSketch of(String title) {
        return new NetworkSketch(title, List.of(), List.of());
    }

    /** Adds a box to the right: so many channels of side × side numbers; a side of 1 is a plain list of numbers. */
    public NetworkSketch box(String name, long channels, long side) {
        Require.that(channels > 0 && side > 0, "channels and side must be positive", channels + " × " + side + "²");
        List<Box> all = new ArrayList<>(boxes);
        all.add(new Box(name, channels, side));
        return new NetworkSketch(title, all, skips);
    }

    /**
     * Adds a box for a tensor of one sample, (1, channels, side, side) or (1, numbers).
     *
     * @throws IllegalArgumentException for another shape
     */
    public NetworkSketch box(String name, long... shape) {
        Require.that(shape.length == 2 || shape.length == 4, "a box needs a shape of 2 or 4 sides", shape.length);
        return box(name, shape[1], shape.length == 2 ? 1 : shape[3]);
    }

    /** Joins two boxes, by their places from 0, with an arc above. */
    public NetworkSketch skip(int from, int to) {
        Require.that(
                from >= 0 && from < to && to < boxes.size(),
                "a skip must lead from a box to a later one of " + boxes.size(),
                from + " to " + to);
        List<Skip> all = new ArrayList<>(skips);
        all.add(new Skip(from, to));
        return new NetworkSketch(title, boxes, all);
    }

    @Override
    public BufferedImage image() {
        int[] middles = new int[boxes.size()];
        int x = 20;
        for (int i = 0; i < middles.length; i++) {
            int label = Math.max(
                    Canvas.width(boxes.get(i).shape(), Canvas.TEXT),
                    Canvas.width(boxes.get(i).name(), Canvas.TEXT));
            int room = Math.max(boxes.get(i).width() + GAP, label + 14);
            middles[i] = x + room / 2;
            x += room;
        }
        int width = Math.max(x + 20, Canvas.width(title, Canvas.TITLE) + 40);
        return Canvas.paint(width, TOP + HEIGHT + LABELS, g -> paint(g, middles));
    }

    private void paint(Graphics2D g, int[] middles) {
        int axis = TOP + HEIGHT / 2 - 12;
        g.setFont(Canvas.TITLE);
        g.setColor(Color.BLACK);
        g.drawString(title, 20, 24);
        g.setStroke(new BasicStroke(1.5f));
        for (int i = 0; i < middles.length; i++) {
            if (i + 1 < middles.length) {
                g.setColor(Color.GRAY);
                g.drawLine(middles[i], axis, middles[i + 1], axis);
            }
        }
        for (int i = 0; i < middles.length; i++) {
            Box box = boxes.get(i);
            int left = middles[i] - box.width() / 2;
            int top = axis - box.height() / 2;
            g.setColor(FILL);
            g.fillRect(left, top, box.width(), box.height());
            g.setColor(EDGE);
            g.drawRect(left, top, box.width(), box.height());
            g.setFont(Canvas.TEXT);
            g.setColor(Color.BLACK);
            centred(g, box.name(), middles[i], TOP + HEIGHT + 12);
            centred(g, box.shape(), middles[i], TOP + HEIGHT + 30);
        }
        g.setColor(SKIP);
        for (Skip skip : skips) {
            int from = middles[skip.from()];
            int to = middles[skip.to()];
            int start = axis - boxes.get(skip.from()).height() / 2;
            int end = axis - boxes.get(skip.to()).height() / 2;
            double lift = Math.min(start, end) - 20 - (to - from) / 12.0;
            g.draw(new QuadCurve2D.Double(from, start, (from + to) / 2.0, 2 * lift - (start + end) / 2.0, to, end));
        }
    }

    private static void centred(Graphics2D g, String text, int middle, int baseline) {
        g.drawString(text, middle - Canvas.width(text, Canvas.TEXT) / 2, baseline);
    }
}
