package noisebook.data;

/** The animals of the drawn scenes. */
public enum Animal {
    CAT("cat", "кот", Gender.MASCULINE),
    DOG("dog", "собака", Gender.FEMININE),
    RABBIT("rabbit", "кролик", Gender.MASCULINE),
    BIRD("bird", "птица", Gender.FEMININE);

    private final String english;
    private final String russian;
    private final Gender gender;

    Animal(String english, String russian, Gender gender) {
        this.english = english;
        this.russian = russian;
        this.gender = gender;
    }

    /** The noun, such as "cat" or «кот». */
    public String word(Language language) {
        return language == Language.ENGLISH ? english : russian;
    }

    /** That of the Russian noun. */
    public Gender gender() {
        return gender;
    }
}
