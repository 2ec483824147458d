package noisebook.edit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import noisebook.data.Images;
import noisebook.math.Doubles;
import noisebook.nn.Init;
import noisebook.nn.Network;
import noisebook.nn.Parameter;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;
import noisebook.train.Batches;
import noisebook.train.Loss;
import noisebook.train.Optimizer;
import noisebook.train.TrainingListener;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingOptions;

/** Rows of numbers that learn, codes or pixels, while the networks that look at them stand still. */
final class MovingCodes extends Network {
    private final Parameter w;

    MovingCodes(double[][] start) {
        w = parameter("w", Init.constant(0), start.length, start[0].length);
        initialize(0);
        try (Scope scope = Scope.open()) {
            loadShared(Map.of("w", Tensors.rows(scope.manager(), start)));
        }
    }

    /** What rows shall make small, beside some pictures. */
    @FunctionalInterface
    interface Wanted {
        /**
         * The loss, a scalar.
         *
         * @param pictures what was given, each (N, C, H, W)
         * @param rows (n, d)
         */
        NDArray loss(NDList pictures, NDArray rows);
    }

    /**
     * Rows that make a loss small, found by gradient from a start.
     *
     * @param rate of Adam at its highest
     */
    static double[][] search(double[][] start, int steps, double rate, Wanted wanted, Images... pictures) {
        MovingCodes moving = new MovingCodes(start);
        TrainingOptions options = TrainingOptions.of(steps, start.length, rate)
                .withOptimizer(Optimizer.adam(.9, .999))
                .withSchedule(TrainingOptions.Schedule.WARMUP_COSINE)
                .withReportEvery(steps);
        Batches all = Batches.numbered((index, size, seed, manager) -> {
            NDList given = new NDList();
            for (Images some : pictures) {
                given.add(Tensors.images(manager, some));
            }
            return given;
        });
        TrainingLoop.of(moving, all, (batch, random) -> Loss.of(wanted.loss(batch, moving.value(random))), options)
                .run(TrainingListener.NONE);
        return moving.rows();
    }

    /** (n, d), in another manager: DJL hands what is made of a tensor to the manager of that tensor. */
    NDArray value(NDManager manager) {
        return manager.zeros(w.shape()).add(w.value());
    }

    double[][] rows() {
        return Doubles.rows(Tensors.floats(w.value()), (int) w.shape().get(1));
    }
}
