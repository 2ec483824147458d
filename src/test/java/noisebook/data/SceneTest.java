package noisebook.data;

import static noisebook.data.Language.ENGLISH;
import static noisebook.data.Language.RUSSIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SceneTest {
    private static final Scene WHITE_CAT = new Scene(Animal.CAT, Colour.WHITE, Place.GRASS);

    @Test
    void saysTheSameInEnglishAndInRussian() {
        assertThat(WHITE_CAT.caption(ENGLISH)).isEqualTo("a white cat on the grass");
        assertThat(WHITE_CAT.caption(RUSSIAN)).isEqualTo("белый кот на траве");
    }

    @ParameterizedTest
    @EnumSource(Colour.class)
    void theArticleIsAnBeforeAVowel(Colour colour) {
        String article = colour == Colour.ORANGE ? "an" : "a";
        assertThat(new Scene(Animal.DOG, colour, Place.NIGHT).caption(ENGLISH))
                .isEqualTo(article + " " + colour.english() + " dog at night");
    }

    @ParameterizedTest
    @CsvSource({"CAT, кот, ый ий", "RABBIT, кролик, ый ий", "DOG, собака, ая", "BIRD, птица, ая"})
    void theRussianAdjectiveAgreesWithItsNoun(Animal animal, String noun, String endings) {
        assertThat(Scene.all()).filteredOn(scene -> scene.animal() == animal).allSatisfy(scene -> {
            String[] words = scene.caption(RUSSIAN).split(" ", -1);
            assertThat(endings.split(" ", -1)).contains(words[0].substring(words[0].length() - 2));
            assertThat(words[1]).isEqualTo(noun);
        });
    }

    @Test
    void scenesAreNumberedInTheirOrder() {
        assertThat(Scene.all()).hasSize(120).doesNotHaveDuplicates();
        assertThat(Scene.all())
                .allSatisfy(scene -> assertThat(Scene.all().get(scene.index())).isEqualTo(scene));
    }

    @Test
    void whiteCatsAreHeldOutAndNothingElse() {
        assertThat(Scene.seen()).hasSize(115).noneMatch(Scene::heldOut);
        assertThat(Scene.all())
                .filteredOn(Scene::heldOut)
                .extracting(scene -> scene.caption(ENGLISH))
                .containsExactly(
                        "a white cat on the grass",
                        "a white cat in the snow",
                        "a white cat at night",
                        "a white cat by the sea",
                        "a white cat on the sofa");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyCaptionIsUnderstood(Language language) {
        assertThat(Scene.all())
                .allSatisfy(scene -> assertThat(Scene.parse(scene.caption(language), language))
                        .isEqualTo(scene));
    }

    @Test
    void isUnderstoodInCapitalsWithAFullStopAndWithoutYo() {
        assertThat(Scene.parse("  A white cat, on the grass. ", ENGLISH)).isEqualTo(WHITE_CAT);
        assertThat(Scene.parse("Черная собака ночью", RUSSIAN))
                .isEqualTo(new Scene(Animal.DOG, Colour.BLACK, Place.NIGHT));
    }

    @Test
    void anUnknownWordIsNamedBesideTheKnownOnesNearestFirst() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scene.parse("a gray cat on the grass", ENGLISH))
                .withMessage(
                        "unknown word 'gray': the words in English are grey, grass, a, an, at, by, cat, sea, bird, "
                                + "black, brown, dog, in, on, orange, pink, snow, sofa, the, night, rabbit, white");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scene.parse("белый кит на траве", RUSSIAN))
                .withMessageStartingWith("unknown word 'кит': the words in Russian are кот, ");
    }

    @Test
    void knownWordsThatAreNoCaptionAreCorrected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scene.parse("белая кот на траве", RUSSIAN))
                .withMessage("no caption in Russian: 'белая кот на траве': write as in 'белый кот на траве'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scene.parse("a orange dog at night", ENGLISH))
                .withMessage("no caption in English: 'a orange dog at night': write as in 'an orange dog at night'");
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH, 22", "RUSSIAN, 23"})
    void everyWordHasATokenOfItsOwn(Language language, int words) {
        Vocabulary vocabulary = Vocabulary.of(language);
        assertThat(vocabulary.words()).hasSize(words);
        assertThat(vocabulary.size()).isEqualTo(words + 1);
        for (int token = 1; token <= words; token++) {
            assertThat(vocabulary.token(vocabulary.word(token))).isEqualTo(token);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void tokensHaveOneLengthAndSayTheWholeCaption(Language language) {
        Vocabulary vocabulary = Vocabulary.of(language);
        assertThat(Scene.all()).allSatisfy(scene -> {
            int[] tokens = vocabulary.encode(scene.caption(language));
            assertThat(tokens).hasSize(Vocabulary.LENGTH).endsWith(Vocabulary.PADDING);
            assertThat(vocabulary.decode(tokens)).isEqualTo(scene.caption(language));
        });
    }

    @Test
    void paddingStandsAtTheEnd() {
        Vocabulary english = Vocabulary.of(ENGLISH);
        assertThat(english.encode("cat at night"))
                .containsExactly(
                        english.token("cat"), english.token("at"), english.token("night"), 0, 0, 0, 0, 0, 0, 0);
        assertThat(english.encode("")).containsOnly(Vocabulary.PADDING);
    }

    @Test
    void aWordLearntLaterLeavesTheOthersTheirTokens() {
        Vocabulary english = Vocabulary.of(ENGLISH);
        Vocabulary more = english.with("hat");
        assertThat(more.token("hat")).isEqualTo(english.size());
        assertThat(english.words()).isEqualTo(more.words().subList(0, english.size() - 1));
        assertThat(more.decode(more.encode("a cat in a hat"))).isEqualTo("a cat in a hat");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> more.with("Hat"))
                .withMessage("a new word must not be in the vocabulary yet, was Hat");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> english.with("in a hat"))
                .withMessage("a new word must be one, of letters, was in a hat");
    }

    @Test
    void refusesATextThatIsTooLongAndATokenThatIsNoWord() {
        Vocabulary english = Vocabulary.of(ENGLISH);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> english.encode("cat ".repeat(11)))
                .withMessage("a text has at most 10 words, was 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> english.word(0))
                .withMessage("the token of a word must be 1 to 22, was 0");
    }
}
