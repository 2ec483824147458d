package noisebook.plot;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** PNG bytes of an image: the same image gives the same bytes; up to 256 colours are stored as a palette. */
public final class Png {
    private Png() {}

    /** The PNG file of {@code image}, compressed as far as it goes. */
    public static byte[] bytes(BufferedImage image) {
        return encode("png", image.getType() == BufferedImage.TYPE_BYTE_GRAY ? image : indexed(image), 0);
    }

    /** A {@code data:} address of {@code image} as PNG. */
    public static String dataUrl(BufferedImage image) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes(image));
    }

    /** Encodes by the JDK's writer for {@code format} at {@code quality} in [0, 1]; PNG is lossless at any, and smallest at 0. */
    static byte[] encode(String format, BufferedImage image, double quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality((float) quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot encode a " + format + " in memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The same image with a palette in order of first appearance, or itself when it has more than 256 colours. */
    private static BufferedImage indexed(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        byte[] codes = new byte[pixels.length];
        Map<Integer, Integer> palette = new LinkedHashMap<>();
        for (int i = 0; i < pixels.length; i++) {
            int next = palette.size();
            Integer known = palette.putIfAbsent(pixels[i], next);
            if (known == null && next == 256) {
                return image;
            }
            codes[i] = (byte) (known == null ? next : known);
        }
        int[] colors = palette.keySet().stream().mapToInt(Integer::intValue).toArray();
        IndexColorModel model = new IndexColorModel(8, colors.length, colors, 0, true, -1, DataBuffer.TYPE_BYTE);
        BufferedImage result =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        result.getRaster().setDataElements(0, 0, image.getWidth(), image.getHeight(), codes);
        return result;
    }
}
