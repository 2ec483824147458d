package noisebook.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class NeighboursTest {
    private static final float[] CORNERS = {0, 0, 10, 0, 10, 10, 0, 10};

    @Test
    void theClosestCandidateIsFoundWithItsDistance() {
        Neighbours found = Neighbours.of(new float[] {7, 4, 1, 1}, CORNERS, 2);
        assertThat(found.indices()).containsExactly(1, 0);
        assertThat(found.distances()).containsExactly(new double[] {5, Math.sqrt(2)}, within(1e-12));
    }

    @Test
    void aCopyIsAtDistanceZero() {
        Neighbours found = Neighbours.of(new float[] {10, 10}, CORNERS, 2);
        assertThat(found.indices()).containsExactly(2);
        assertThat(found.distances()).containsExactly(0);
    }
}
