package noisebook.data;

/** Where the values of pixels lie, from black to white; for colour, from none to all of a channel. */
public enum PixelRange {
    /** [0, 1], as data sets, autoencoders and GANs have it. */
    UNIT(0, 1),
    /** [−1, 1], as diffusion and flow matching have it: the scale of the noise. */
    SIGNED(-1, 1);

    private final float black;
    private final float white;

    PixelRange(float black, float white) {
        this.black = black;
        this.white = white;
    }

    /** The value of black. */
    public float black() {
        return black;
    }

    /** The value of white. */
    public float white() {
        return white;
    }

    /** A value of this range in another, on the straight line through black and white. */
    float to(PixelRange other, float value) {
        float share = (value - black) / (white - black);
        return other.black + share * (other.white - other.black);
    }
}
