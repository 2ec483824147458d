package noisebook.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import noisebook.math.SingularValues;
import noisebook.nn.Conv2d;
import noisebook.nn.Linear;
import noisebook.nn.Network;
import noisebook.nn.Sequential;
import noisebook.tensor.Autocast;
import noisebook.tensor.Compute;
import noisebook.tensor.Ops;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;
import org.assertj.core.data.Offset;
import org.ejml.simple.SimpleMatrix;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainingLoopTest {
    private static final TrainingOptions OPTIONS =
            TrainingOptions.of(60, 16, 1e-2).withEmaDecay(.9).withGradientClipNorm(1);

    @TempDir
    Path folder;

    private static Sequential network() {
        Sequential network = Sequential.of(new Linear(2, 16), Ops::relu, new Linear(16, 1));
        network.initialize(3);
        return network;
    }

    /** Learns y = x0 · x1 with a little noise on the target. */
    private static TrainingLoop loop(Sequential network, TrainingOptions options) {
        Batches points = Batches.generated((manager, n) -> manager.randomNormal(new Shape(n, 2)));
        Objective objective = (batch, random) -> {
            NDArray x = batch.head();
            NDArray target = x.prod(new int[] {1}, true)
                    .add(random.randomNormal(new Shape(x.getShape().get(0), 1)).mul(.1f));
            return Loss.of(network.forward(x).sub(target).square().mean());
        };
        return TrainingLoop.of(network, points, objective, options);
    }

    private static float[] weights(Sequential network) {
        return network.trainedTensors().get(0).toFloatArray();
    }

    @Test
    void theLossFalls() {
        TrainingLog log = loop(network(), OPTIONS.withSteps(600)).run(TrainingListener.NONE);
        assertThat(log.outcome()).isEqualTo(TrainingLog.Outcome.COMPLETED);
        assertThat(log.last("loss")).isLessThan(.25 * log.series("loss")[0]);
        assertThat(log.steps()).hasSize(30).endsWith(600);
    }

    @Test
    void muonMovesFiltersEquallyFarInAllDirectionsAndLeavesTheRestToAdam() {
        Conv2d layer = Conv2d.same3x3(3, 8);
        layer.initialize(3);
        NDArray filters = layer.trainedTensors().get(0);
        NDArray bias = layer.trainedTensors().get(1);
        float[] filtersBefore = filters.toFloatArray();
        float[] biasBefore = bias.toFloatArray();
        Batches pictures = Batches.generated((manager, n) -> manager.randomNormal(new Shape(n, 3, 6, 6)));
        Objective objective =
                (batch, random) -> Loss.of(layer.forward(batch.head()).square().mean());
        TrainingOptions options = TrainingOptions.of(1, 16, .01).withOptimizer(Optimizer.muon(.9, .999));
        TrainingLoop.of(layer, pictures, objective, options).run(TrainingListener.NONE);

        SimpleMatrix change = new SimpleMatrix(8, 27);
        for (int i = 0; i < filtersBefore.length; i++) {
            change.set(i, filters.toFloatArray()[i] - filtersBefore[i]);
        }
        double[] distances = SingularValues.of(change.divide(.01 * .2 * Math.sqrt(27)));
        assertThat(distances).hasSize(8);
        assertThat(distances[0]).isLessThan(1.25);
        assertThat(distances[7]).isGreaterThan(.65);
        for (int i = 0; i < biasBefore.length; i++) {
            assertThat(Math.abs(bias.toFloatArray()[i] - biasBefore[i])).isCloseTo(.01f, Offset.offset(1e-5f));
        }
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        Sequential first = network();
        Sequential second = network();
        loop(first, OPTIONS).run(TrainingListener.NONE);
        loop(second, OPTIONS).run(TrainingListener.NONE);
        assertThat(weights(first)).isEqualTo(weights(second));
        loop(second, OPTIONS.withSeed(8)).run(TrainingListener.NONE);
        assertThat(weights(first)).isNotEqualTo(weights(second));
    }

    @Test
    void aResumedRunEndsWithTheBytesOfAnUninterruptedOne() throws IOException {
        Sequential whole = network();
        TrainingLog wholeLog = loop(whole, OPTIONS).run(TrainingListener.NONE);

        Path file = folder.resolve("run.safetensors");
        Sequential stopped = network();
        TrainingLog stoppedLog = loop(stopped, OPTIONS).checkpointTo(file, 20).run((progress, log) -> {
            if (progress.step() == 40) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(stoppedLog.outcome()).isEqualTo(TrainingLog.Outcome.INTERRUPTED);
        assertThat(stoppedLog.steps()).endsWith(40);
        assertThat(Thread.interrupted()).as("the interrupt was consumed").isFalse();

        Sequential resumed = network();
        TrainingLog resumedLog = loop(resumed, OPTIONS).resume(file).run(TrainingListener.NONE);
        assertThat(weights(resumed)).isEqualTo(weights(whole));
        assertThat(resumedLog.series("loss")).isEqualTo(wholeLog.series("loss"));
    }

    @Test
    void anInterruptedLoopGoesOnInPlace() {
        Sequential whole = network();
        loop(whole, OPTIONS).run(TrainingListener.NONE);
        Sequential paused = network();
        TrainingLoop loop = loop(paused, OPTIONS);
        Thread.currentThread().interrupt();
        assertThat(loop.run(TrainingListener.NONE).outcome()).isEqualTo(TrainingLog.Outcome.INTERRUPTED);
        loop.run(TrainingListener.NONE);
        assertThat(weights(paused)).isEqualTo(weights(whole));
    }

    @Test
    void resumingWithOtherOptionsIsRefused() {
        Path file = folder.resolve("run.safetensors");
        loop(network(), OPTIONS).checkpointTo(file, 20).run(TrainingListener.NONE);
        assertThatThrownBy(() -> loop(network(), OPTIONS.withSeed(1)).resume(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("seed=1");
    }

    @Test
    void aLossThatIsNotANumberStopsTheRunAndKeepsTheLastGoodCheckpoint() throws IOException {
        Path file = folder.resolve("run.safetensors");
        Sequential network = network();
        int[] step = {0};
        Objective explodes = (batch, random) -> {
            NDArray loss = network.forward(batch.head()).square().mean();
            return Loss.of(step[0]++ == 33 ? loss.mul(Float.NaN) : loss);
        };
        Batches points = Batches.generated((manager, n) -> manager.randomNormal(new Shape(n, 2)));
        TrainingLoop loop = TrainingLoop.of(network, points, explodes, OPTIONS).checkpointTo(file, 20);
        assertThatThrownBy(() -> loop.run(TrainingListener.NONE))
                .isInstanceOf(TrainingDivergedException.class)
                .hasMessageContaining("step 40")
                .hasMessageContaining("learning rate")
                .hasMessageContaining(file.toString());
        assertThat(loop(network(), OPTIONS).resume(file).step()).isEqualTo(20);
        assertThat(Files.exists(file.resolveSibling("run.safetensors.part"))).isFalse();
    }

    /** Two layers, the second of which may join later; its output is what the first gives where it has not. */
    private static final class Growing extends Network {
        private final Linear first = child("first", new Linear(2, 2));
        private @Nullable Linear second;

        void grow() {
            second = join("second", new Linear(2, 2), 9);
        }

        NDArray forward(NDArray x) {
            NDArray h = first.forward(x);
            return second == null ? h : h.add(second.forward(Ops.relu(h)));
        }
    }

    private static Growing growing() {
        Growing network = new Growing();
        network.initialize(3);
        return network;
    }

    private static List<float[]> all(Network network) {
        return network.tensors().values().stream().map(Tensors::floats).toList();
    }

    /** Grows before step 30; a loss that knows its step. */
    private static TrainingLoop growingLoop(Growing network) {
        Objective objective = Objective.ofStep((step, batch, random) -> {
            if (step == 30) {
                network.grow();
            }
            NDArray y = network.forward(batch.head());
            return Loss.of(
                    y.sub(batch.head().prod(new int[] {1}, true)).square().mean());
        });
        Batches points = Batches.generated((manager, n) -> manager.randomNormal(new Shape(n, 2)));
        return TrainingLoop.of(network, points, objective, OPTIONS.withEmaDecay(.9));
    }

    @Test
    void aPartThatJoinsIsTrainedFromThenOnAndTheOthersGoOn() {
        Growing network = growing();
        List<Integer> sizes = new ArrayList<>();
        growingLoop(network)
                .run((progress, log) -> sizes.add(network.trainedTensors().size()));
        assertThat(sizes).startsWith(2).endsWith(4);
        Growing fresh = growing();
        fresh.grow();
        for (int i = 0; i < 4; i++) {
            assertThat(all(network).get(i))
                    .as("tensor %d", i)
                    .isNotEqualTo(all(fresh).get(i));
        }
    }

    @Test
    void aRunInWhichAPartJoinsResumesWithTheSameBytes() throws IOException {
        Growing whole = growing();
        growingLoop(whole).run(TrainingListener.NONE);
        for (int stop : new int[] {20, 60}) {
            Path file = folder.resolve("run.safetensors");
            TrainingLoop first = growingLoop(growing()).checkpointTo(file, 20);
            first.run((progress, log) -> {
                if (progress.step() == stop) {
                    first.stop();
                }
            });
            assertThat(first.step()).isEqualTo(stop);
            Growing resumed = growing();
            if (stop > 30) {
                resumed.grow();
            }
            growingLoop(resumed).resume(file).run(TrainingListener.NONE);
            assertThat(all(resumed)).usingRecursiveComparison().isEqualTo(all(whole));
        }
    }

    @Test
    void whatIsFixedStaysBitForBitWhateverALoopDoes() {
        Growing network = growing();
        network.grow();
        List<float[]> before = all(network);
        network.first.fix();
        Batches points = Batches.generated((manager, n) -> manager.randomNormal(new Shape(n, 2)));
        Objective objective = (batch, random) ->
                Loss.of(network.forward(batch.head()).square().mean());
        TrainingLoop.of(network, points, objective, OPTIONS.withEmaDecay(.9)).run(TrainingListener.NONE);
        network.freeze(false);
        assertThat(network.parameterCount()).isEqualTo(6);
        assertThat(all(network).get(0)).isEqualTo(before.get(0));
        assertThat(all(network).get(1)).isEqualTo(before.get(1));
        assertThat(all(network).get(2)).isNotEqualTo(before.get(2));
    }

    @Test
    void theLossKnowsItsStep() {
        Sequential network = network();
        List<Integer> steps = new ArrayList<>();
        Objective fading = Objective.ofStep((step, batch, random) -> {
            steps.add(step);
            return Loss.of(Ops.scale(network.forward(batch.head()).square().mean(), step));
        });
        Batches points = Batches.generated((manager, n) -> manager.randomNormal(new Shape(n, 2)));
        Player player = new Player("", network, fading.in(Autocast::exact), 2, 1e-3);
        TrainingLoop.adversarial(points, OPTIONS.withSteps(3), player).run(TrainingListener.NONE);
        assertThat(steps).containsExactly(0, 0, 1, 1, 2, 2);
    }

    @Test
    void aLoopThatIsStoppedLeavesTheThreadAloneAndGoesOn() {
        Sequential whole = network();
        loop(whole, OPTIONS).run(TrainingListener.NONE);
        Sequential paused = network();
        TrainingLoop loop = loop(paused, OPTIONS);
        TrainingLog log = loop.run((progress, all) -> loop.stop());
        assertThat(log.outcome()).isEqualTo(TrainingLog.Outcome.INTERRUPTED);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(loop.run(TrainingListener.NONE).outcome()).isEqualTo(TrainingLog.Outcome.COMPLETED);
        assertThat(weights(paused)).isEqualTo(weights(whole));
    }

    @Test
    void thePlayerWhoWaitsIsUnchangedBitForBit() {
        Sequential mover = network();
        Sequential waiter = network();
        Batches points = Batches.generated((manager, n) -> manager.randomNormal(new Shape(n, 2)));
        List<float[]> seen = new ArrayList<>();
        Objective both = (batch, random) -> {
            seen.add(weights(waiter));
            return Loss.of(mover.forward(batch.head())
                    .add(waiter.forward(batch.head()))
                    .square()
                    .mean());
        };
        TrainingLoop.adversarial(
                        points,
                        OPTIONS.withSteps(1),
                        new Player("mover", mover, both, 5, 1e-2),
                        new Player("waiter", waiter, both, 1, 1e-2))
                .run(TrainingListener.NONE);
        assertThat(seen).hasSize(6).allSatisfy(w -> assertThat(w).isEqualTo(seen.get(0)));
        assertThat(weights(mover)).isNotEqualTo(seen.get(0));
        assertThat(weights(waiter)).isNotEqualTo(seen.get(0));
    }

    @Test
    void threeThousandStepsLeaveNoTensorBehind() {
        Sequential network = network();
        int[] live = new int[2];
        loop(network, OPTIONS.withSteps(3000)).run((progress, log) -> {
            if (progress.step() == 500) {
                live[0] = Compute.liveTensors();
            }
            live[1] = Compute.liveTensors();
        });
        assertThat(live[1]).isEqualTo(live[0]);
        try (Scope scope = Scope.open()) {
            assertThat(network.forward(scope.manager().ones(new Shape(1, 2))).getFloat())
                    .isFinite();
        }
    }
}
