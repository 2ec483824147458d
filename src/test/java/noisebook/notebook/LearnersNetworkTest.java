package noisebook.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import noisebook.magic.Magics;
import noisebook.repl.Evaluation;
import org.junit.jupiter.api.Test;

/** A learner writes a network, what it minimises, and trains it, in one cell. */
final class LearnersNetworkTest {
    private static final String CELL = """
            import ai.djl.ndarray.*;
            import noisebook.nn.*;
            import noisebook.tensor.*;
            import noisebook.train.*;

            class Line extends Network {
                Linear layer = child("layer", new Linear(1, 1));
                NDArray forward(NDArray x) { return layer.forward(x); }
            }
            Line line = new Line();
            line.initialize(1);
            Batches points = Batches.of(new double[][] {{0, 1}, {1, 3}, {2, 5}});
            Objective error = (b, random) -> Loss.of(line.forward(b.head().get(":, :1")).sub(b.head().get(":, 1:")).square().mean());
            TrainingLoop.of(line, points, error, TrainingOptions.of(400, 3, .05)).run(TrainingListener.NONE).last("loss")
            """;

    @Test
    void isTrainedInACellOfFifteenLines() {
        assertThat(CELL.lines().filter(line -> !line.isBlank()).count()).isLessThanOrEqualTo(15);
        Magics session = CellSurface.open(Map.of());
        Evaluation result = session.run("cell", CELL);
        assertThat(result.error()).isNull();
        assertThat((Double) result.value()).isLessThan(1e-3);
    }
}
