package noisebook.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import noisebook.io.ImageBytes;

/** A grey image as it comes back from JPEG compression. */
final class Jpeg {
    private Jpeg() {}

    /** Pixels in [0, 1], row by row, compressed at a quality in [0, 1] and read again. */
    static double[] compress(double[] image, int width, float quality) {
        int height = image.length / width;
        BufferedImage grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        double[] levels = Arrays.stream(image).map(p -> Math.rint(255 * p)).toArray();
        grey.getRaster().setPixels(0, 0, width, height, levels);
        try {
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(ImageBytes.of("jpeg", grey, quality)));
            double[] pixels = read.getRaster().getPixels(0, 0, width, height, (double[]) null);
            return Arrays.stream(pixels).map(p -> p / 255).toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
