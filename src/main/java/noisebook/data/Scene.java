package noisebook.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import noisebook.math.EditDistance;

/**
 * What a caption says of a picture: an animal, its colour and a place. There are 4 × 6 × 5 = 120.
 *
 * <pre>{@code new Scene(Animal.CAT, Colour.WHITE, Place.GRASS).caption(Language.ENGLISH) // a white cat on the grass}</pre>
 *
 * @param animal the noun
 * @param colour its adjective
 * @param place the end of the caption
 */
public record Scene(Animal animal, Colour colour, Place place) {
    private static final List<Scene> ALL = Arrays.stream(Animal.values())
            .flatMap(animal -> Arrays.stream(Colour.values())
                    .flatMap(colour -> Arrays.stream(Place.values()).map(place -> new Scene(animal, colour, place))))
            .toList();

    /** All 120, at their {@link #index}. */
    public static List<Scene> all() {
        return ALL;
    }

    /** The 115 that training has: all that are not {@link #heldOut}. */
    public static List<Scene> seen() {
        return ALL.stream().filter(scene -> !scene.heldOut()).toList();
    }

    /**
     * Whether training must do without it. The rule: <b>never a white cat</b>, wherever it is, while white dogs, rabbits and birds and cats of other colours are
     * there. Who draws a white cat all the same has combined what it knows.
     */
    public boolean heldOut() {
        return animal == Animal.CAT && colour == Colour.WHITE;
    }

    /** Its number, 0 to 119: the label of its pictures. */
    public int index() {
        return ALL.indexOf(this);
    }

    /** What is said of it, such as "a white cat on the grass" or «белый кот на траве». */
    public String caption(Language language) {
        String noun = animal.word(language);
        String end = place.phrase(language);
        return switch (language) {
            case ENGLISH -> String.join(" ", article(), colour.english(), noun, end);
            case RUSSIAN -> String.join(" ", colour.russian(animal.gender()), noun, end);
        };
    }

    private String article() {
        return "aeiou".indexOf(colour.english().charAt(0)) >= 0 ? "an" : "a";
    }

    /**
     * The scene of which a caption speaks. Upper case and punctuation do not matter, nor does е for ё.
     *
     * @throws IllegalArgumentException naming the first word that is not in the vocabulary, and the words that are, nearest first; or, where all words are
     *     known but make no caption, the nearest one
     */
    public static Scene parse(String caption, Language language) {
        Vocabulary vocabulary = Vocabulary.of(language);
        String read = vocabulary.decode(vocabulary.encode(caption));
        return ALL.stream()
                .filter(scene -> scene.caption(language).equals(read))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no caption in %s: '%s': write as in '%s'"
                        .formatted(language, caption, nearest(read, language))));
    }

    private static String nearest(String text, Language language) {
        return ALL.stream()
                .map(scene -> scene.caption(language))
                .min(Comparator.comparingInt(caption -> EditDistance.of(text, caption)))
                .orElseThrow();
    }

    /** Its English caption. */
    @Override
    public String toString() {
        return caption(Language.ENGLISH);
    }
}
