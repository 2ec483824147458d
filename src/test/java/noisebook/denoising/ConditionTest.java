package noisebook.denoising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import noisebook.tensor.Scope;
import org.junit.jupiter.api.Test;

final class ConditionTest {
    @Test
    void aClassIsItsRowAndNothingIsTheLastOne() {
        assertThat(Condition.classes(0, 9, 3).rowOfEach(3, 10)).containsExactly(0, 9, 3);
        assertThat(Condition.none().rowOfEach(2, 10)).containsExactly(10, 10);
        assertThat(Condition.classes(0, 9, 3)
                        .hiding(new boolean[] {true, false, true})
                        .rowOfEach(3, 10))
                .containsExactly(10, 9, 10);
        assertThat(Condition.classes(4, 5, 6, 7).range(1, 3).rowOfEach(2, 10)).containsExactly(5, 6);
    }

    @Test
    void labelsOfABatchAreClasses() {
        Scope.floats(m -> {
            assertThat(Condition.classes(m.create(new long[] {3, 1})).rowOfEach(2, 10))
                    .containsExactly(3, 1);
            return m.zeros(new ai.djl.ndarray.types.Shape(1));
        });
    }

    @Test
    void aHiddenTextIsEmpty() {
        Condition.Tokens texts = (Condition.Tokens) Condition.tokens(new int[][] {{5, 6, 0}, {7, 8, 9}});
        Condition.Tokens left = (Condition.Tokens) texts.hiding(new boolean[] {false, true});
        assertThat(left.tokens()).isDeepEqualTo(new int[][] {{5, 6, 0}, {0, 0, 0}});
        assertThat(((Condition.Tokens) texts.range(1, 2)).tokens()).isDeepEqualTo(new int[][] {{7, 8, 9}});
    }

    @Test
    void whatAModelDoesNotKnowIsRefusedByName() {
        assertThatThrownBy(() -> Condition.classes(3, 7).requireNone())
                .hasMessage("this model draws what it likes and cannot be asked for the classes [3, 7]: "
                        + "leave the condition out, or take a model that was trained with it");
        assertThatThrownBy(() -> Condition.classes(3, 10).rowOfEach(2, 10))
                .hasMessage("this model knows the classes 0 to 9, was 10");
        assertThatThrownBy(() -> Condition.tokens(new int[][] {{1}}).rowOfEach(1, 10))
                .hasMessage("this model knows 10 classes and was asked for 1 texts");
        assertThatThrownBy(() -> Condition.classes(3, 1).requireSize(5))
                .hasMessage("samples and classes must be equally long, were 5 and 2");
        assertThatThrownBy(() -> Condition.tokens(new int[][] {{1}}).requireSize(5))
                .hasMessage("samples and texts must be equally long, were 5 and 1");
        assertThatThrownBy(() -> Condition.classes(-1)).hasMessage("a class must be 0 or more, was -1");
        assertThatThrownBy(() -> Condition.tokens(new int[][] {{1, 2}, {1}}))
                .hasMessage("texts must be filled up with 0 to one length, 2, was 1");
        Condition.none().requireNone();
    }
}
