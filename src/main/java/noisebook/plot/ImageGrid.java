package noisebook.plot;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import noisebook.data.Images;
import noisebook.data.PixelRange;
import noisebook.math.Require;

/**
 * Pictures, grey or coloured, in rows and columns, each pixel a square of whole device pixels.
 *
 * <pre>{@code ImageGrid.of(digits.images()).columns(10).rowNames("input", "reconstruction").image()}</pre>
 *
 * @param images what is shown
 * @param columns images in a row
 * @param low value shown black, or as none of a colour
 * @param high value shown white, or as all of a colour
 * @param zoom device pixels per image pixel
 * @param title above the grid; empty for none
 * @param rowNames at the left of the rows; empty for none
 * @param columnNames above the columns; empty for none
 * @param captions below the images; empty for none
 */
public record ImageGrid(
        Images images,
        int columns,
        double low,
        double high,
        int zoom,
        String title,
        List<String> rowNames,
        List<String> columnNames,
        List<String> captions)
        implements Drawing {
    private static final int GAP = 4;
    private static final int LINE = 38;

    /** Checks sizes and names. */
    public ImageGrid {
        Require.positive("columns", columns);
        Require.positive("zoom", zoom);
        Require.range("shown values", low, high);
        count("rowNames", rowNames.size(), rows(images, columns));
        count("columnNames", columnNames.size(), columns);
        count("captions", captions.size(), images.count());
    }

    private static void count(String name, int actual, int expected) {
        if (actual != 0 && actual != expected) {
            throw new IllegalArgumentException(name + " must name all " + expected + ", had " + actual);
        }
    }

    /** Up to ten in a row, four device pixels to the pixel. */
    public static ImageGrid of(Images images) {
        int columns = Math.min(10, images.count());
        PixelRange range = images.range();
        return new ImageGrid(images, columns, range.black(), range.white(), 4, "", List.of(), List.of(), List.of());
    }

    /** Images in a row. */
    public ImageGrid columns(int newColumns) {
        return new ImageGrid(images, newColumns, low, high, zoom, title, rowNames, columnNames, captions);
    }

    /** The values shown black and white, where they are not those of the pictures' range. */
    public ImageGrid range(double newLow, double newHigh) {
        return new ImageGrid(images, columns, newLow, newHigh, zoom, title, rowNames, columnNames, captions);
    }

    /** Device pixels per image pixel. */
    public ImageGrid zoom(int newZoom) {
        return new ImageGrid(images, columns, low, high, newZoom, title, rowNames, columnNames, captions);
    }

    /** A title above the grid. */
    public ImageGrid title(String newTitle) {
        return new ImageGrid(images, columns, low, high, zoom, newTitle, rowNames, columnNames, captions);
    }

    /** A name at the left of every row. */
    public ImageGrid rowNames(String... names) {
        return new ImageGrid(images, columns, low, high, zoom, title, List.of(names), columnNames, captions);
    }

    /** A name above every column. */
    public ImageGrid columnNames(String... names) {
        return new ImageGrid(images, columns, low, high, zoom, title, rowNames, List.of(names), captions);
    }

    /** A caption below every image. */
    public ImageGrid captions(String... names) {
        return new ImageGrid(images, columns, low, high, zoom, title, rowNames, columnNames, List.of(names));
    }

    /** The bare images side by side, one device pixel to the pixel, without gaps or names: a frame of a {@link Film}. */
    public BufferedImage frame() {
        int height = images.height();
        int width = images.width();
        int type = coloured() ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY;
        BufferedImage sheet = new BufferedImage(columns * width, rows(images, columns) * height, type);
        float[] values = images.values();
        for (int i = 0; i < values.length; i++) {
            int image = i / images.numbers();
            int channel = i / (height * width) % images.channels();
            int x = image % columns * width + i % width;
            int y = image / columns * height + i / width % height;
            sheet.getRaster().setSample(x, y, channel, level(values[i]));
        }
        return sheet;
    }

    private boolean coloured() {
        return images.channels() > 1;
    }

    private int level(float value) {
        return (int) Math.round(255 * Math.max(0, Math.min(1, (value - low) / (high - low))));
    }

    private static int rows(Images images, int columns) {
        return (images.count() + columns - 1) / columns;
    }

    /** Draws the grid on white. */
    @Override
    public BufferedImage image() {
        return title.isEmpty() ? grid() : Panels.titled(title, grid());
    }

    private BufferedImage grid() {
        int height = images.height();
        int width = images.width();
        int left = rowNames.stream().mapToInt(ImageGrid::textWidth).max().orElse(0) + (rowNames.isEmpty() ? 0 : 16);
        int top = columnNames.isEmpty() ? 0 : LINE;
        int cellHeight = height * zoom + (captions.isEmpty() ? GAP : LINE);
        int cellWidth = width * zoom + GAP;
        BufferedImage frame = frame();
        return Canvas.sheet(
                left + columns * cellWidth + GAP, top + rows(images, columns) * cellHeight + GAP, frame, g -> {
                    for (int column = 0; column < columnNames.size(); column++) {
                        text(
                                g,
                                columnNames.get(column),
                                left + GAP + column * cellWidth + width * zoom / 2,
                                top - 8,
                                .5);
                    }
                    for (int row = 0; row < rowNames.size(); row++) {
                        text(g, rowNames.get(row), left - 8, top + row * cellHeight + height * zoom / 2 + 10, 1);
                    }
                    for (int image = 0; image < images.count(); image++) {
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
