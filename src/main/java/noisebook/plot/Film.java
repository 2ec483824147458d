package noisebook.plot;

import java.awt.image.BufferedImage;
import java.util.List;
import noisebook.math.Require;

/**
 * Frames of equal size with a caption each: shown as one self-contained piece of HTML with a slider, or as the bytes of an animated GIF.
 *
 * <pre>{@code Film.of("Noise becomes digits", frames, captions).html()}</pre>
 *
 * @param title what moves
 * @param frames images of one size and type
 * @param captions one per frame: "t = 250"
 * @param milliseconds how long a frame stays
 * @param still index of the frame shown where scripts do not run
 */
public record Film(String title, List<BufferedImage> frames, List<String> captions, int milliseconds, int still) {
    /**
     * Checks the frames.
     *
     * @throws IllegalArgumentException if there is none, sizes differ, captions are too few or many, or a number is out of range
     */
    public Film {
        Require.notEmpty("film \"" + title + "\"", frames);
        Require.sameLength("frames", frames.size(), "captions", captions.size());
        Require.positive("milliseconds", milliseconds);
        if (still < 0 || still >= frames.size()) {
            throw new IllegalArgumentException("still must be in [0, " + (frames.size() - 1) + "], was " + still);
        }
        frames = List.copyOf(frames);
        for (BufferedImage frame : frames) {
            sameSize(frame, frames.get(0));
        }
        captions = List.copyOf(captions);
    }

    private static void sameSize(BufferedImage frame, BufferedImage first) {
        if (frame.getWidth() != first.getWidth() || frame.getHeight() != first.getHeight()) {
            throw new IllegalArgumentException("frames must be of one size, were " + first.getWidth() + " × "
                    + first.getHeight() + " and " + frame.getWidth() + " × " + frame.getHeight()
                    + ": fix the size, xRange and yRange of the chart");
        }
    }

    /** A film of ten frames a second whose last frame stands where scripts do not run. */
    public static Film of(String title, List<BufferedImage> frames, List<String> captions) {
        return new Film(title, frames, captions, 100, frames.size() - 1);
    }

    /** How long a frame stays. */
    public Film milliseconds(int each) {
        return new Film(title, frames, captions, each, still);
    }

    /** The frame shown where scripts do not run. */
    public Film still(int index) {
        return new Film(title, frames, captions, milliseconds, index);
    }

    /** The frame shown where scripts do not run. */
    public BufferedImage stillFrame() {
        return frames.get(still);
    }

    /** One self-contained piece of HTML: sprite sheet, slider, play button and keys; the still where scripts do not run. */
    public String html() {
        return FilmPage.html(this);
    }

    /** The bytes of a GIF file that repeats for ever. */
    public byte[] gif() {
        return AnimatedGif.bytes(frames, milliseconds);
    }
}
