package noisebook.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

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
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(encode(grey, quality)));
            double[] pixels = read.getRaster().getPixels(0, 0, width, height, (double[]) null);
            return Arrays.stream(pixels).map(p -> p / 255).toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encode(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
