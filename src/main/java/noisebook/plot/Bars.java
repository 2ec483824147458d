package noisebook.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noisebook.math.Require;

/**
 * Named amounts as horizontal bars from zero, each with its number.
 *
 * <pre>{@code Bars.of("Where decoded codes land", "FCD-28", List.of("N(0, I)", "test codes"), 310, 12.5).image()}</pre>
 *
 * @param title what is compared
 * @param valueLabel name and unit of the amounts
 * @param bars names and amounts, in order
 */
public record Bars(String title, String valueLabel, Map<String, Double> bars) implements Drawing {
    private static final int WIDTH = 600;
    private static final int ROW = 30;
    private static final int TOP = 38;
    private static final int BOTTOM = 34;

    /** Checks that amounts are finite and not negative. */
    public Bars {
        Require.finite(
                "bars", bars.values().stream().mapToDouble(Double::doubleValue).toArray());
        bars.forEach((name, value) -> {
            if (value < 0) {
                throw new IllegalArgumentException("bar \"" + name + "\" must not be negative, was " + value);
            }
        });
    }

    /** Bars of these names and values. */
    public static Bars of(String title, String valueLabel, List<String> names, double... values) {
        Require.sameLength("names", names.size(), "values", values.length);
        Map<String, Double> bars = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            bars.put(names.get(i), values[i]);
        }
        return new Bars(title, valueLabel, bars);
    }

    /** Draws the bars. */
    @Override
    public BufferedImage image() {
        return Canvas.paint(WIDTH, TOP + bars.size() * ROW + BOTTOM, this::paint);
    }

    private void paint(Graphics2D g) {
        int left = 24 + width(bars.keySet().stream().toList());
        int right = 24 + width(bars.values().stream().map(Ticks::text).toList());
        double greatest =
                bars.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double scale = (WIDTH - left - right) / (greatest > 0 ? greatest : 1);
        g.setFont(Canvas.TITLE);
        g.setColor(Palette.INK);
        g.drawString(title, (WIDTH - Canvas.width(title, Canvas.TITLE)) / 2, TOP - 14);
        g.setFont(Canvas.LABEL);
        g.drawString(valueLabel, left, TOP + bars.size() * ROW + 22);
        g.setFont(Canvas.TEXT);
        int y = TOP;
        for (Map.Entry<String, Double> bar : bars.entrySet()) {
            double length = bar.getValue() * scale;
            g.setColor(Palette.series(0));
            g.fill(new Rectangle2D.Double(left, y + 4, length, ROW - 8));
            g.setColor(Palette.INK);
            g.drawString(bar.getKey(), left - 10 - Canvas.width(bar.getKey(), Canvas.TEXT), y + ROW / 2 + 5);
            g.drawString(Ticks.text(bar.getValue()), (float) (left + length + 6), y + ROW / 2 + 5f);
            y += ROW;
        }
        g.setStroke(new BasicStroke(1));
        g.draw(new Line2D.Double(left, TOP, left, y));
    }

    private static int width(List<String> texts) {
        return texts.stream()
                .mapToInt(text -> Canvas.width(text, Canvas.TEXT))
                .max()
                .orElse(0);
    }
}
