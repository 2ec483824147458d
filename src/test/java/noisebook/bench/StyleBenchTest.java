package noisebook.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import noisebook.data.DataSet;
import noisebook.data.DataSets;
import noisebook.data.Images;
import noisebook.evaluate.Measurement;
import noisebook.train.TrainingListener;
import org.junit.jupiter.api.Test;

final class StyleBenchTest {
    private final StyleBench bench = new StyleBench(DataSets.load(DataSet.DRAWN_DIGITS), 6, 2, 100);
    private Measurement measured = new Measurement("here", StyleBench.COLUMNS, List.of());

    private void add(double... row) {
        measured = measured.plus(row);
    }

    @Test
    void aGrownRunGoesThroughThreeGamesAndAnAdaptiveOneMovesP() throws IOException {
        bench.grown(TrainingListener.NONE, this::add);
        bench.few(50, true, TrainingListener.NONE, this::add);
        assertThat(measured.where("grown", 1).column("steps")).containsExactly(2, 4, 6);
        assertThat(measured.where("grown", 1).column("digits")).containsOnly(60_000);
        Measurement few = measured.where("digits", 50);
        assertThat(few.column("steps")).containsExactly(2, 4, 6);
        assertThat(few.column("adaptive")).containsOnly(1);
        assertThat(few.column("seconds")).isSorted();
        for (double r : few.column("r")) {
            assertThat(r).isBetween(-1., 1.);
        }
    }

    @Test
    void aPixelIsEnlargedToASquare() {
        double[] small = new double[49];
        small[8] = 1;
        double[] large = StyleBench.enlarged(Images.grey(small)).row(0);
        for (int k = 0; k < 784; k++) {
            assertThat(large[k]).isEqualTo(k / 28 / 4 == 1 && k % 28 / 4 == 1 ? 1 : 0, within(1e-9));
        }
    }
}
