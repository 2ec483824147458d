package noisebook.plot;

import java.awt.image.BufferedImage;

/** Small pieces of HTML. */
public final class Html {
    private Html() {}

    /** The text with the characters that mean something in HTML replaced. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** An image element that holds the image itself. */
    public static String image(BufferedImage image, String alternative) {
        return "<img alt=\"" + escape(alternative) + "\" style=\"max-width:100%\" src=\"" + Png.dataUrl(image) + "\">";
    }
}
