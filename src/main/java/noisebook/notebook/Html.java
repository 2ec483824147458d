package noisebook.notebook;

import java.util.Base64;

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
    public static String image(byte[] png, String alternative) {
        return "<img alt=\"" + escape(alternative) + "\" style=\"max-width:100%\" src=\"data:image/png;base64,"
                + Base64.getEncoder().encodeToString(png) + "\">";
    }
}
