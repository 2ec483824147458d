package noisebook.data;

/** Where, or when, an animal of the drawn scenes is seen. */
public enum Place {
    GRASS("on the grass", "на траве"),
    SNOW("in the snow", "на снегу"),
    NIGHT("at night", "ночью"),
    SEA("by the sea", "у моря"),
    SOFA("on the sofa", "на диване");

    private final String english;
    private final String russian;

    Place(String english, String russian) {
        this.english = english;
        this.russian = russian;
    }

    /** The end of a caption, such as "on the grass" or «на траве». */
    public String phrase(Language language) {
        return language == Language.ENGLISH ? english : russian;
    }
}
