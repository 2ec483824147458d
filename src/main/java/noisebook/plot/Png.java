package noisebook.plot;

import java.awt.image.BufferedImage;
import java.util.Base64;
import noisebook.io.ImageBytes;

/**
 * Small PNG files: grey and coloured pictures stay exact, charts are stored with a palette of at most 256 colours; the same image gives the same bytes.
 */
public final class Png {
    private Png() {}

    /** The PNG file of {@code image}. */
    public static byte[] bytes(BufferedImage image) {
        boolean exact = image.getType() == BufferedImage.TYPE_BYTE_GRAY || isPicture(image);
        return exact ? ImageBytes.of("png", image, 0) : indexed(image);
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
