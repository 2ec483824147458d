package noisebook.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import noisebook.math.Require;

/** Several images in one: small multiples, or a chart beside the images it speaks of. */
public final class Panels {
    private static final int GAP = 16;
    private static final int TITLE_HEIGHT = 56;

    private Panels() {}

    /** The images side by side, centred on one line. */
    public static BufferedImage row(BufferedImage... images) {
        return grid(Math.max(1, images.length), images);
    }

    /** The images one below the other. */
    public static BufferedImage column(BufferedImage... images) {
        return grid(1, images);
    }

    /**
     * The images in rows of {@code columns}, each centred in its cell, on white.
     *
     * @throws IllegalArgumentException if there is no image or {@code columns} is not positive
     */
    public static BufferedImage grid(int columns, BufferedImage... images) {
        Require.positive("columns", columns);
        Require.notEmpty("panels", List.of(images));
        int[] widths = sizes(columns, i -> i % columns, images, true);
        int[] heights = sizes((images.length + columns - 1) / columns, i -> i / columns, images, false);
        BufferedImage sheet = white(total(widths, widths.length), total(heights, heights.length), images);
        Graphics2D g = sheet.createGraphics();
        for (int i = 0; i < images.length; i++) {
            int column = i % columns;
            int row = i / columns;
            int x = total(widths, column) + (column > 0 ? GAP : 0) + (widths[column] - images[i].getWidth()) / 2;
            int y = total(heights, row) + (row > 0 ? GAP : 0) + (heights[row] - images[i].getHeight()) / 2;
            g.drawImage(images[i], x, y, null);
        }
        g.dispose();
        return sheet;
    }

    /** The image below a title line, on white that is as wide as the wider of the two. */
    public static BufferedImage titled(String title, BufferedImage image) {
        int text = Canvas.SCALE * Canvas.width(title, Canvas.TITLE);
        int width = Math.max(image.getWidth(), text + GAP);
        BufferedImage sheet = white(width, image.getHeight() + TITLE_HEIGHT, image);
        Canvas.draw(sheet.createGraphics(), g -> {
            g.drawImage(image, (width - image.getWidth()) / 2, TITLE_HEIGHT, null);
            g.setColor(Palette.INK);
            g.setFont(Canvas.TITLE.deriveFont((float) Canvas.SCALE * Canvas.TITLE.getSize()));
            g.drawString(title, (width - text) / 2f, TITLE_HEIGHT - 18f);
        });
        return sheet;
    }

    private static int[] sizes(
            int cells, java.util.function.IntUnaryOperator cell, BufferedImage[] images, boolean width) {
        int[] sizes = new int[cells];
        for (int i = 0; i < images.length; i++) {
            int size = width ? images[i].getWidth() : images[i].getHeight();
            sizes[cell.applyAsInt(i)] = Math.max(sizes[cell.applyAsInt(i)], size);
        }
        return sizes;
    }

    /** The first {@code count} cells and the gaps between them. */
    private static int total(int[] sizes, int count) {
        return IntStream.of(sizes).limit(count).sum() + GAP * Math.max(0, count - 1);
    }

    /** A white sheet that keeps every colour where one of the parts is a coloured picture. */
    private static BufferedImage white(int width, int height, BufferedImage... parts) {
        boolean picture = Stream.of(parts).anyMatch(Png::isPicture);
        int type = picture ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_INT_RGB;
        BufferedImage sheet = new BufferedImage(width, height, type);
        Graphics2D g = sheet.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        g.dispose();
        return sheet;
    }
}
