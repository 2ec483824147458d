package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LinearDirectionTest {
    private final Random random = new Random(1);
    private final double[][] codes = random.doubles(300, -1, 1)
            .boxed()
            .map(a -> new double[] {a, random.nextGaussian(), random.nextGaussian()})
            .toArray(double[][]::new);

    @Test
    void aLinearPropertyIsFoundAsItIs() {
        double[] property =
                Arrays.stream(codes).mapToDouble(c -> 5 + 2 * c[0] - c[2]).toArray();
        LinearDirection found = LinearDirection.fit(codes, property, 1e-9);
        assertThat(found.slope()).containsExactly(new double[] {2, 0, -1}, within(1e-6));
        assertThat(found.intercept()).isCloseTo(5, within(1e-6));
        assertThat(found.determination(codes, property)).isCloseTo(1, within(1e-9));
        double[] moved = found.moved(codes[0], 3);
        assertThat(found.at(moved)).isCloseTo(property[0] + 3, within(1e-6));
        assertThat(moved[1]).isCloseTo(codes[0][1], within(1e-6)); // the nearest such code
    }

    @Test
    void whatTellsGroupsApartDoesNotCount() {
        int[] groups = Arrays.stream(codes).mapToInt(c -> c[1] > 0 ? 4 : 1).toArray();
        double[] property = IntStream.range(0, codes.length)
                .mapToDouble(i -> 2 * codes[i][0] + 10 * groups[i])
                .toArray();
        LinearDirection all = LinearDirection.fit(codes, property, 1e-9);
        LinearDirection inGroups = LinearDirection.within(codes, property, groups, 1e-9);
        assertThat(all.slope()[1]).isGreaterThan(5);
        assertThat(inGroups.slope()).containsExactly(new double[] {2, 0, 0}, within(1e-6));
        assertThat(Arrays.stream(codes).mapToDouble(inGroups::at).average().orElseThrow())
                .isCloseTo(Arrays.stream(property).average().orElseThrow(), within(1e-9));
        assertThat(inGroups.moved(codes, 1)[3]).containsExactly(inGroups.moved(codes[3], 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearDirection.within(codes, property, new int[2], .1))
                .withMessageContaining("groups");
    }

    @Test
    void aRidgeHoldsBackAndPureChanceIsNotExplained() {
        double[] property = Arrays.stream(codes).mapToDouble(c -> c[0]).toArray();
        assertThat(LinearDirection.fit(codes, property, 10).slope()[0]).isBetween(.01, .2);
        double[] chance = random.doubles(300).toArray();
        assertThat(LinearDirection.fit(codes, chance, .1).determination(codes, chance))
                .isLessThan(.1);
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearDirection.fit(codes, new double[3], .1))
                .withMessageContaining("3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearDirection.fit(codes, new double[300], 0))
                .withMessageContaining("the ridge must be above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearDirection(new double[3], 1).moved(codes[0], 1))
                .withMessageContaining("0");
    }
}
