package noisebook.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Small PNG files: grey and coloured pictures stay exact, charts are stored with a palette of at most 256 colours; the same image gives the same bytes.
 */
public final class Png {
    private Png() {}

    /** The PNG file of {@code image}. */
    public static byte[] bytes(BufferedImage image) {
        boolean exact = image.getType() == BufferedImage.TYPE_BYTE_GRAY || isPicture(image);
        return exact ? encode("png", image, 0) : indexed(image);
    }

    /** A {@code data:} address of {@code image} as PNG. */
    public static String dataUrl(BufferedImage image) {
        return url("png", bytes(image));
    }

    /** Whether an image holds coloured pictures, whose type tells them from charts. */
    static boolean isPicture(BufferedImage image) {
        return image.getType() == BufferedImage.TYPE_3BYTE_BGR;
    }

    static String url(String format, byte[] bytes) {
        return "data:image/" + format + ";base64," + Base64.getEncoder().encodeToString(bytes);
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

    private static byte[] indexed(BufferedImage image) {
        int[] pixels = pixels(image);
        Quantizer quantizer = new Quantizer();
        quantizer.count(pixels);
        int[] palette = quantizer.palette(16, 256);
        byte[] codes = new byte[pixels.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = quantizer.code(pixels[i]);
        }
        return IndexedPng.bytes(codes, image.getWidth(), palette);
    }

    static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
