package noisebook.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import noisebook.data.ImageSet;
import noisebook.nn.Conv2d;
import noisebook.nn.UNet;
import noisebook.nn.UNetPlan;
import noisebook.tensor.Autocast;
import noisebook.tensor.Compute;
import noisebook.tensor.GradMode;
import noisebook.tensor.Gradients;
import noisebook.tensor.Ops;
import noisebook.tensor.ParameterList;
import noisebook.tensor.Scope;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a training step spends its time on, on features of (64, 32, 28, 28) and the weights of a 784-512-256-2 autoencoder. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(org.openjdk.jmh.annotations.Scope.Thread)
public class PrimitivesBenchmark {
    private static final int CHANNELS = 32;
    private static final int[] SIZES = {784, 512, 256, 2, 256, 512, 784};

    private final NDManager manager = Compute.newManager();
    private final NDArray features = manager.randomNormal(new Shape(64, CHANNELS, 28, 28));
    private final NDArray ones = manager.ones(new Shape(CHANNELS));
    private final Conv2d convolution = Conv2d.same3x3(CHANNELS, CHANNELS);
    private final List<NDArray> weights = new ArrayList<>();
    private final List<NDArray> gradients = new ArrayList<>();
    private final List<NDArray> firstMoments = new ArrayList<>();
    private final List<NDArray> secondMoments = new ArrayList<>();
    private final List<NDArray> steps = new ArrayList<>();
    private final UNet network = new UNet(UNetPlan.patches(48, UNetPlan.Rounding.FEATURES));
    private List<NDArray> filters = List.of();
    private Muon muon = new Muon(filters);
    private final Batches batches = Batches.of(ImageSet.of("black", 1, 28, 28, new byte[8192 * 784], new int[8192]));
    private long index;

    @Setup
    public void create() {
        convolution.initialize(1);
        network.initialize(1);
        filters = network.trainedTensors().stream()
                .filter(weight -> Muon.suits(weight.getShape()))
                .toList();
        muon = new Muon(filters);
        for (int i = 0; i + 1 < SIZES.length; i++) {
            Shape shape = new Shape(SIZES[i + 1], SIZES[i]);
            weights.add(manager.randomNormal(shape));
            gradients.add(manager.randomNormal(shape));
            firstMoments.add(manager.zeros(shape));
            secondMoments.add(manager.zeros(shape));
            steps.add(manager.zeros(new Shape()));
        }
    }

    @TearDown
    public void close() {
        convolution.close();
        network.close();
        manager.close();
    }

    @Benchmark
    public void groupNorm() {
        forward(() -> Ops.groupNorm(features, 8, ones, ones));
    }

    @Benchmark
    public void silu() {
        forward(() -> Ops.silu(features));
    }

    @Benchmark
    public void convolutionFloat32() {
        forward(() -> convolution.forward(features));
    }

    @Benchmark
    public void convolutionBfloat16() {
        try (Autocast fast = Autocast.bfloat16()) {
            forward(() -> convolution.forward(features));
        }
    }

    @Benchmark
    public void convolutionBfloat16Planes() {
        try (Autocast fast = Autocast.bfloat16Planes()) {
            forward(() -> convolution.forward(features));
        }
    }

    /** Forward, and back to the weights. */
    @Benchmark
    public void convolutionGradientFloat32() {
        gradient();
    }

    /** Forward, and back to the weights. */
    @Benchmark
    public void convolutionGradientBfloat16() {
        try (Autocast fast = Autocast.bfloat16()) {
            gradient();
        }
    }

    /** One step of 1.1 million parameters. */
    @Benchmark
    public void adam() {
        ParameterList.adam(weights, gradients, firstMoments, secondMoments, steps, 2e-4, .9, .999, 1e-8);
    }

    /** One step of the filters of a network that draws digits. */
    @Benchmark
    public void muon() {
        muon.step(filters, 2e-3); // as if their gradients were they
    }

    /** 128 images of 8192. */
    @Benchmark
    public void batch() {
        try (Scope scope = Scope.open()) {
            batches.at(index++, 128, 1, scope.manager());
        }
    }

    private static void forward(Supplier<NDArray> work) {
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            work.get();
        }
    }

    private void gradient() {
        try (GradMode on = GradMode.on();
                Scope scope = Scope.open()) {
            NDList unused = Gradients.of(convolution.forward(features).square().mean(), convolution.trainedTensors());
        }
    }
}
