package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

final class QuarterTurnsTest {
    private static final double[] UPRIGHT = {.7, .1, .2, 0};

    @Test
    void whatIsSeenIsWhatTurningPicturesGives() {
        QuarterTurns turns = new QuarterTurns(.3);
        Random random = new Random(1);
        int n = 200_000;
        double[] counted = new double[4];
        for (int i = 0; i < n; i++) {
            double u = random.nextDouble();
            int orientation = u < .7 ? 0 : u < .8 ? 1 : 2;
            int turned = random.nextDouble() < .3 ? orientation + random.nextInt(4) : orientation;
            counted[turned % 4] += 1.0 / n;
        }
        assertThat(turns.seen(UPRIGHT)).containsExactly(counted, within(.005));
    }

    @Test
    void belowOneItCanBeUndoneAndAtOneAllAreSeenAlike() {
        assertThat(new QuarterTurns(.9).behind(new QuarterTurns(.9).seen(UPRIGHT)))
                .containsExactly(UPRIGHT, within(1e-12));
        assertThat(new QuarterTurns(1).seen(UPRIGHT)).containsOnly(.25);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuarterTurns(1).behind(.25, .25, .25, .25))
                .withMessageContaining("below 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuarterTurns(1.1))
                .withMessageContaining("1.1");
        assertThatIllegalArgumentException().isThrownBy(() -> new QuarterTurns(0).seen(.5, .5));
    }

    @Test
    void theEigenvaluesAreThoseOfTheMatrix() {
        QuarterTurns turns = new QuarterTurns(.4);
        double[][] matrix = new double[4][4];
        for (int j = 0; j < 4; j++) {
            double[] one = new double[4];
            one[j] = 1;
            double[] column = turns.seen(one);
            for (int i = 0; i < 4; i++) {
                matrix[i][j] = column[i];
            }
        }
        double[] found =
                SymmetricEigen.of(new SimpleMatrix(matrix)).values().getDDRM().getData();
        double[] given = turns.eigenvalues();
        Arrays.sort(found);
        Arrays.sort(given);
        assertThat(found).containsExactly(given, within(1e-9));
    }
}
