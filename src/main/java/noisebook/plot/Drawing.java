package noisebook.plot;

import java.awt.image.BufferedImage;

/** What can be drawn as an image. */
public interface Drawing {
    /** The image, drawn anew at every call. */
    BufferedImage image();
}
