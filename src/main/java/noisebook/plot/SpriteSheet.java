package noisebook.plot;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.List;

/**
 * All frames of a film in one image: lossless PNG where that is small, else the best JPEG that fits.
 *
 * <p>Fifty frames of a 10 × 10 grid of noisy digits are 3.9 million pixels of which 300 KB leave half a bit each: no lossless code can do that.
 *
 * @param url a {@code data:} address of the sheet
 * @param columns frames in a row
 * @param cellWidth pixels from one frame to the next
 * @param cellHeight pixels from one row to the next
 */
record SpriteSheet(String url, int columns, int cellWidth, int cellHeight) {
    private static final int BUDGET = 200_000;
    private static final int COLUMNS = 8;
    private static final int BLOCK = 8;

    static SpriteSheet of(List<BufferedImage> frames) {
        BufferedImage first = frames.get(0);
        int columns = Math.min(COLUMNS, frames.size());
        int cellWidth = blocks(first.getWidth());
        int cellHeight = blocks(first.getHeight());
        int rows = (frames.size() + columns - 1) / columns;
        boolean grey = frames.stream().allMatch(frame -> frame.getType() == BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage sheet = new BufferedImage(
                columns * cellWidth,
                rows * cellHeight,
                grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        for (int i = 0; i < frames.size(); i++) {
            g.drawImage(frames.get(i), i % columns * cellWidth, i / columns * cellHeight, null);
        }
        g.dispose();
        return new SpriteSheet(encode(sheet), columns, cellWidth, cellHeight);
    }

    /** Whole blocks of JPEG, so that no frame bleeds into its neighbour. */
    private static int blocks(int size) {
        return (size + BLOCK - 1) / BLOCK * BLOCK;
    }

    /** A {@code data:} address of {@code image} in at most {@link #BUDGET} bytes where that can be done. */
    static String encode(BufferedImage image) {
        byte[] bytes = Png.bytes(image);
        if (bytes.length <= BUDGET) {
            return url("png", bytes);
        }
        for (double quality = .9; bytes.length > BUDGET && quality > .04; quality -= .1) {
            bytes = Png.encode("jpeg", image, quality);
        }
        return url("jpeg", bytes);
    }

    private static String url(String format, byte[] bytes) {
        return "data:image/" + format + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
