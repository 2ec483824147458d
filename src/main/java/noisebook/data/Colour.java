package noisebook.data;

/** The colours that animals of the drawn scenes may have. */
public enum Colour {
    WHITE("white", "белый", "белая", 0xfbf9f4, 0x7e829a),
    BLACK("black", "чёрный", "чёрная", 0x34323b, 0x0c0c12),
    GREY("grey", "серый", "серая", 0x989ba4, 0x4c4e5c),
    ORANGE("orange", "рыжий", "рыжая", 0xf49232, 0x8a4612),
    BROWN("brown", "коричневый", "коричневая", 0x855432, 0x3c2416),
    PINK("pink", "розовый", "розовая", 0xf8a2c4, 0xa04c72);

    private final String english;
    private final String masculine;
    private final String feminine;
    private final int rgb;
    private final int outline;

    Colour(String english, String masculine, String feminine, int rgb, int outline) {
        this.english = english;
        this.masculine = masculine;
        this.feminine = feminine;
        this.rgb = rgb;
        this.outline = outline;
    }

    /** The English adjective, such as "white". */
    public String english() {
        return english;
    }

    /** The Russian adjective that agrees with a noun of that gender: «белый», «белая». */
    public String russian(Gender gender) {
        return gender == Gender.MASCULINE ? masculine : feminine;
    }

    /** Its middle shade, as 0xRRGGBB. */
    public int rgb() {
        return rgb;
    }

    /** The line around what has this colour, as 0xRRGGBB. */
    int outline() {
        return outline;
    }
}
