package noisebook.data;

/** The languages of captions. */
public enum Language {
    /** "a white cat on the grass". */
    ENGLISH("English"),
    /** «белый кот на траве»: an adjective agrees with its noun. */
    RUSSIAN("Russian");

    private final String title;

    Language(String title) {
        this.title = title;
    }

    /** The name in figures and messages, such as "English". */
    @Override
    public String toString() {
        return title;
    }
}
