package noisebook.plot;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Grey images in rows and columns, each pixel a square of whole device pixels.
 *
 * <pre>{@code ImageGrid.of(digits.pixels(), 28, 28).columns(10).rowNames("input", "reconstruction").image()}</pre>
 *
 * @param pixels (N, height, width) flat, row-major
 * @param height pixels down one image
 * @param width pixels across one image
 * @param columns images in a row
 * @param low value shown black
 * @param high value shown white
 * @param zoom device pixels per image pixel
 * @param title above the grid; empty for none
 * @param rowNames at the left of the rows; empty for none
 * @param columnNames above the columns; empty for none
 * @param captions below the images; empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // drawn, never compared
public record ImageGrid(
        float[] pixels,
        int height,
        int width,
        int columns,
        double low,
        double high,
        int zoom,
        String title,
        List<String> rowNames,
        List<String> columnNames,
        List<String> captions) {
    private static final int GAP = 4;
    private static final int LINE = 38;

    /** Checks sizes and names. */
    public ImageGrid {
        Require.positive("height", height);
        Require.positive("width", width);
        Require.positive("columns", columns);
        Require.positive("zoom", zoom);
        Require.range("shown values", low, high);
        if (pixels.length == 0 || pixels.length % (height * width) != 0) {
            throw new IllegalArgumentException("pixels must fill whole images of " + height + " × " + width + " = "
                    + height * width + " values, had " + pixels.length);
        }
        int images = pixels.length / (height * width);
        count("rowNames", rowNames.size(), (images + columns - 1) / columns);
        count("columnNames", columnNames.size(), columns);
        count("captions", captions.size(), images);
    }

    private static void count(String name, int actual, int expected) {
        if (actual != 0 && actual != expected) {
            throw new IllegalArgumentException(name + " must name all " + expected + ", had " + actual);
        }
    }

    /** Images of values in [0, 1], up to ten in a row, four device pixels to the pixel. */
    public static ImageGrid of(float[] pixels, int height, int width) {
        int images = Math.max(1, pixels.length / Math.max(1, height * width));
        return new ImageGrid(pixels, height, width, Math.min(10, images), 0, 1, 4, "", List.of(), List.of(), List.of());
    }

    /** Images in a row. */
    public ImageGrid columns(int newColumns) {
        return new ImageGrid(
                pixels, height, width, newColumns, low, high, zoom, title, rowNames, columnNames, captions);
    }

    /** The values shown black and white: (−1, 1) for what diffusion works on. */
    public ImageGrid range(double newLow, double newHigh) {
        return new ImageGrid(
                pixels, height, width, columns, newLow, newHigh, zoom, title, rowNames, columnNames, captions);
    }

    /** Device pixels per image pixel. */
    public ImageGrid zoom(int newZoom) {
        return new ImageGrid(
                pixels, height, width, columns, low, high, newZoom, title, rowNames, columnNames, captions);
    }

    /** A title above the grid. */
    public ImageGrid title(String newTitle) {
        return new ImageGrid(
                pixels, height, width, columns, low, high, zoom, newTitle, rowNames, columnNames, captions);
    }

    /** A name at the left of every row. */
    public ImageGrid rowNames(String... names) {
        return new ImageGrid(
                pixels, height, width, columns, low, high, zoom, title, List.of(names), columnNames, captions);
    }

    /** A name above every column. */
    public ImageGrid columnNames(String... names) {
        return new ImageGrid(
                pixels, height, width, columns, low, high, zoom, title, rowNames, List.of(names), captions);
    }

    /** A caption below every image. */
    public ImageGrid captions(String... names) {
        return new ImageGrid(
                pixels, height, width, columns, low, high, zoom, title, rowNames, columnNames, List.of(names));
    }

    /** The bare images side by side, one device pixel to the pixel, without gaps or names: a frame of a {@link Film}. */
    public BufferedImage frame() {
        BufferedImage sheet = new BufferedImage(columns * width, rows() * height, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < pixels.length; i++) {
            int image = i / (height * width);
            int x = image % columns * width + i % width;
            int y = image / columns * height + i / width % height;
            sheet.getRaster().setSample(x, y, 0, grey(pixels[i]));
        }
        return sheet;
    }

    private int grey(float value) {
        return (int) Math.round(255 * Math.max(0, Math.min(1, (value - low) / (high - low))));
    }

    private int rows() {
        int images = pixels.length / (height * width);
        return (images + columns - 1) / columns;
    }

    /** Draws the grid in grey on white. */
    public BufferedImage image() {
        return title.isEmpty() ? grid() : Panels.titled(title, grid());
    }

    private BufferedImage grid() {
        int left = rowNames.stream().mapToInt(ImageGrid::textWidth).max().orElse(0) + (rowNames.isEmpty() ? 0 : 16);
        int top = columnNames.isEmpty() ? 0 : LINE;
        int cellHeight = height * zoom + (captions.isEmpty() ? GAP : LINE);
        int cellWidth = width * zoom + GAP;
        BufferedImage frame = frame();
        return Canvas.grey(left + columns * cellWidth + GAP, top + rows() * cellHeight + GAP, g -> {
            for (int column = 0; column < columnNames.size(); column++) {
                text(g, columnNames.get(column), left + GAP + column * cellWidth + width * zoom / 2, top - 8, .5);
            }
            for (int row = 0; row < rowNames.size(); row++) {
                text(g, rowNames.get(row), left - 8, top + row * cellHeight + height * zoom / 2 + 10, 1);
            }
            for (int image = 0; image < pixels.length / (height * width); image++) {
                int column = image % columns;
                int row = image / columns;
                int x = left + GAP + column * cellWidth;
                int y = top + GAP + row * cellHeight;
                g.drawImage(
                        frame.getSubimage(column * width, row * height, width, height),
                        x,
                        y,
                        width * zoom,
                        height * zoom,
                        null);
                if (!captions.isEmpty()) {
                    text(g, captions.get(image), x + width * zoom / 2, y + height * zoom + 26, .5);
                }
            }
        });
    }

    private static int textWidth(String text) {
        return Canvas.SCALE * Canvas.width(text, Canvas.TEXT);
    }

    /** Draws text so that {@code align} of its width lies left of x. */
    private static void text(Graphics2D g, String text, int x, int y, double align) {
        g.setColor(Palette.INK);
        g.setFont(Canvas.TEXT.deriveFont((float) Canvas.TEXT.getSize() * Canvas.SCALE));
        g.drawString(text, (float) (x - align * textWidth(text)), y);
    }
}
