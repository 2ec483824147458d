package noisebook.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noisebook.math.EditDistance;
import noisebook.math.Require;

/**
 * The words of a language's captions and their tokens: the words are 1, 2, 3, … in the order of the alphabet, and {@link #PADDING}, 0, fills a text up to its
 * length. A text of nothing but padding asks for nothing in particular.
 */
public final class Vocabulary {
    /** The token that stands for no word. */
    public static final int PADDING = 0;

    /** Tokens of a text: a caption has up to 6 words, and there is room for more. */
    public static final int LENGTH = 10;

    private final Language language;
    private final List<String> words;
    private final Map<String, Integer> tokens = new HashMap<>(); // by plain spelling

    private Vocabulary(Language language, List<String> words) {
        this.language = language;
        this.words = words;
        for (String word : words) {
            tokens.put(plain(word), tokens.size() + 1);
        }
    }

    /** All words that occur in captions of that language: 22 in English, 23 in Russian. */
    public static Vocabulary of(Language language) {
        return new Vocabulary(
                language,
                Scene.all().stream()
                        .flatMap(scene -> split(scene.caption(language)))
                        .distinct()
                        .sorted()
                        .toList());
    }

    /**
     * The same with one word more, whose token comes after all others: one that a model is to learn later.
     *
     * @throws IllegalArgumentException when it is not one word, or is known already
     */
    public Vocabulary with(String word) {
        Require.that(split(word).toList().equals(List.of(word)), "a new word must be one, of letters", word);
        Require.that(!tokens.containsKey(plain(word)), "a new word must not be in the vocabulary yet", word);
        return new Vocabulary(
                language, Stream.concat(words.stream(), Stream.of(word)).toList());
    }

    /** How many tokens there are: the words and the padding. */
    public int size() {
        return words.size() + 1;
    }

    /** The words, from that of token 1 on. */
    public List<String> words() {
        return words;
    }

    /**
     * The word of a token.
     *
     * @throws IllegalArgumentException unless the token is 1 to {@link #size} − 1
     */
    public String word(int token) {
        Require.that(token >= 1 && token < size(), "the token of a word must be 1 to " + (size() - 1), token);
        return words.get(token - 1);
    }

    /**
     * The token of a word, 1 to {@link #size} − 1. Upper case does not matter, nor does е for ё.
     *
     * @throws IllegalArgumentException naming the words there are, nearest first
     */
    public int token(String word) {
        Integer token = tokens.get(plain(word));
        if (token == null) {
            throw new IllegalArgumentException("unknown word '%s': the words in %s are %s"
                    .formatted(word, language, String.join(", ", nearestFirst(plain(word)))));
        }
        return token;
    }

    private List<String> nearestFirst(String word) {
        return words.stream()
                .sorted(Comparator.comparingInt(known -> EditDistance.of(word, plain(known))))
                .toList();
    }

    /**
     * The tokens of a text, be it a caption or not: (10), filled up with {@link #PADDING}. Punctuation does not count.
     *
     * @throws IllegalArgumentException for an unknown word, as {@link #token}, and for more than 10 words
     */
    public int[] encode(String text) {
        int[] found = split(text).mapToInt(this::token).toArray();
        Require.that(found.length <= LENGTH, "a text has at most " + LENGTH + " words", found.length);
        return Arrays.copyOf(found, LENGTH);
    }

    /** The tokens of many texts, (N, 10). */
    public int[][] encode(List<String> texts) {
        return texts.stream().map(this::encode).toArray(int[][]::new);
    }

    /** The words of tokens in their order; padding is left out. */
    public String decode(int... text) {
        return Arrays.stream(text)
                .filter(token -> token != PADDING)
                .mapToObj(this::word)
                .collect(Collectors.joining(" "));
    }

    private static Stream<String> split(String text) {
        return Stream.of(text.split("[^\\p{L}]+", -1)).filter(word -> !word.isEmpty());
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
