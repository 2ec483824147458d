package noisebook.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import noisebook.data.Images;
import org.junit.jupiter.api.Test;

final class QuizTest {
    private static final Quiz QUIZ = new Quiz("Real & fake?", Images.grey(2, 2, new float[12 * 4]), alternating(12));

    private static List<Boolean> alternating(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> i % 2 == 0)
                .toList();
    }

    @Test
    void thePageHoldsImagesAnswersAndScoreAndNeedsNoNetwork() {
        assertThat(QUIZ.html())
                .contains("[true,false,true,", "Real &amp; fake?", "data:image/png;base64,", "guessing gives")
                .doesNotContainPattern("https?:")
                .doesNotContain("$");
        assertThat(QUIZ.still().getWidth()).isEqualTo(20);
        assertThat(QUIZ.still().getHeight()).isEqualTo(4);
    }

    @Test
    void withoutScriptsTheImagesStandThereWithoutAnswers() {
        String shown = QUIZ.html().replaceAll("(?s)<script>.*", "");
        assertThat(shown).contains("<img src=\"data:").doesNotContain("true", "false");
    }

    @Test
    void anAnswerIsNeededForEveryImage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Quiz("?", Images.grey(2, 2, new float[12]), alternating(2)))
                .withMessage("images and answers must be equally long, were 3 and 2");
    }
}
