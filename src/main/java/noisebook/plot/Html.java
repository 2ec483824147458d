package noisebook.plot;

import java.awt.image.BufferedImage;

/** Small pieces of HTML. */
public final class Html {
    private static final int LEAST_WIDTH = 350;

    private Html() {}

    /** The text with the characters that mean something in HTML replaced. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /**
     * An image element that holds the image itself. Images are drawn with {@value Canvas#SCALE} device pixels to the pixel of the page; small ones are shown
     * larger than that.
     */
    public static String image(BufferedImage image, String alternative) {
        int shown = Math.min(image.getWidth(), Math.max(LEAST_WIDTH, image.getWidth() / Canvas.SCALE));
        return "<img alt=\"" + escape(alternative) + "\" style=\"width:" + shown + "px;max-width:100%\" src=\""
                + Png.dataUrl(image) + "\">";
    }
}
