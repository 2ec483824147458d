package noisebook.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntFunction;
import noisebook.data.DataSet;
import noisebook.data.ImageSet;
import noisebook.data.Images;
import noisebook.denoising.Condition;
import noisebook.denoising.Denoiser;
import noisebook.denoising.DenoisingLoss;
import noisebook.denoising.ForwardProcess;
import noisebook.denoising.Sampler;
import noisebook.diffusion.DiffusionRecipes;
import noisebook.gan.DcDiscriminator;
import noisebook.gan.DcGan;
import noisebook.gan.DcGenerator;
import noisebook.gan.GanLoss;
import noisebook.gan.GanOptions;
import noisebook.math.Prediction;
import noisebook.nn.Layer;
import noisebook.nn.Linear;
import noisebook.nn.MacCounter;
import noisebook.nn.Network;
import noisebook.nn.Sequential;
import noisebook.nn.UNet;
import noisebook.nn.UNetPlan;
import noisebook.tensor.Autocast;
import noisebook.tensor.Ops;
import noisebook.train.Batches;
import noisebook.train.Loss;
import noisebook.train.Objective;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingOptions;
import noisebook.vae.Vae;
import noisebook.vae.VaeLoss;
import noisebook.vae.VaeRecipes;

/**
 * What is timed: a step of each family on images of noise, and the sampler of the last. What the models of the lessons round to
 * bfloat16 where the processor can, convolutions and large matrices, is rounded here; all else is float32.
 */
final class Workloads {
    private static final int IMAGES = 8192;
    private static final int SIDE = DataSet.SIDE;
    private static final int PIXELS = SIDE * SIDE;
    static final int BLOCK = 5; // steps between two readings of the clock
    static final String SAMPLER = "sampler";
    private static final int ENDLESS = 1_000_000_000;
    private static final int BATCH = 64;
    private static final int SAMPLER_STEPS = 50;
    private static final int Z = 64;
    private static final int WIDTH = 32; // of the U-Net

    private static final ForwardProcess PROCESS = ForwardProcess.of(DiffusionRecipes.imageSchedule());

    private Workloads() {}

    /** All of them, freshly initialised. */
    static List<Workload> all() {
        List<Workload> all = new ArrayList<>(trainings(BATCH));
        all.add(sampler(initialized(new UNet(UNetPlan.ddpm(WIDTH)))));
        return all;
    }

    /** Those that train, on so many images a step; the autoencoders on twice as many. */
    static List<Workload> trainings(int batch) {
        Batches images = Batches.of(noise());
        return List.of(autoencoder(images, batch), vae(images, batch), dcgan(images, batch), unet(images, batch));
    }

    private static ImageSet noise() {
        SplittableRandom random = new SplittableRandom(1);
        float[] pixels = new float[IMAGES * PIXELS];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextDouble();
        }
        return ImageSet.of("noise", Images.grey(SIDE, SIDE, pixels), new int[IMAGES]);
    }

    private static <M extends Network> M initialized(M network) {
        network.initialize(1);
        return network;
    }

    /** 784-512-256-2 and back. */
    private static Workload autoencoder(Batches images, int batch) {
        Sequential network = initialized(Sequential.of(
                new Linear(PIXELS, 512),
                Ops::relu,
                new Linear(512, 256),
                Ops::relu,
                new Linear(256, 2),
                new Linear(2, 256),
                Ops::relu,
                new Linear(256, 512),
                Ops::relu,
                new Linear(512, PIXELS),
                (Layer) Activation::sigmoid));
        Function<NDArray, NDArray> loss = x -> {
            NDArray flat = x.reshape(-1, PIXELS);
            return network.forward(flat).sub(flat).square().mean();
        };
        Objective objective = (in, random) -> Loss.of(loss.apply(in.head()));
        long macs = MacCounter.count(m -> network.forward(m.zeros(new Shape(1, PIXELS))));
        return new Workload(
                "autoencoder",
                List.of(network),
                3 * macs * 2 * batch,
                m -> new NDList(pixels(m)),
                in -> loss.apply(in.get("x")),
                steps(network, images, objective.in(Autocast::bfloat16Matrices), 2 * batch));
    }

    private static Workload vae(Batches images, int batch) {
        Vae network = initialized(Vae.conv(16));
        return new Workload(
                "vae",
                List.of(network),
                3 * network.macs() * 2 * batch,
                m -> new NDList(pixels(m), normal(m, BATCH, 16)),
                in -> VaeLoss.of(network, in.get("x"), in.get("z"), 1).total(),
                blocks(options -> VaeRecipes.loop(network, images, options, 1), 2 * batch));
    }

    private static Workload dcgan(Batches images, int batch) {
        DcGenerator generator = initialized(new DcGenerator(Z, 0, 32));
        DcDiscriminator discriminator = initialized(new DcDiscriminator(0, 64));
        DcGan game = new DcGan(generator, discriminator);
        long draw = MacCounter.count(m -> generator.forward(m.zeros(new Shape(1, Z))));
        long judge = MacCounter.count(
                m -> discriminator.logits(m.zeros(new Shape(1, 1, SIDE, SIDE)), m.zeros(new Shape(1))));
        return new Workload(
                "dcgan",
                List.of(generator, discriminator),
                // D: forward and twice back on real and fake; G: forward and twice back through itself, there and back
                // through D
                (3 * draw + 8 * judge) * batch,
                m -> new NDList(pixels(m), normal(m, BATCH, Z)),
                in -> GanLoss.discriminator(
                        discriminator.logits(in.get("x"), in.get("x")),
                        discriminator.logits(generator.forward(in.get("z")), in.get("x"))),
                blocks(options -> game.loop(images, GanOptions.of(options)), batch));
    }

    private static Workload unet(Batches images, int batch) {
        UNet network = initialized(new UNet(UNetPlan.ddpm(WIDTH)));
        Denoiser denoiser = denoiser(network);
        DenoisingLoss loss = DenoisingLoss.in(Prediction.EPSILON);
        return new Workload(
                "unet",
                List.of(network),
                3 * macs(network) * batch,
                m -> new NDList(pixels(m), normal(m, BATCH, 1, SIDE, SIDE), times(m)),
                in -> loss.of(denoiser, in.get("x"), in.get("t"), in.get("z")),
                steps(network, images, loss.objective(denoiser, NDList::head, in -> Condition.none()), batch));
    }

    private static Denoiser denoiser(UNet network) {
        return Denoiser.of(
                PROCESS, Prediction.EPSILON, new Shape(1, SIDE, SIDE), (xt, t, about) -> network.forward(xt, t));
    }

    /** 64 images in 50 steps. */
    private static Workload sampler(UNet network) {
        Denoiser denoiser = denoiser(network);
        Sampler sampler = Sampler.ddim(SAMPLER_STEPS);
        return new Workload(
                SAMPLER,
                List.of(network),
                macs(network) * BATCH * SAMPLER_STEPS,
                m -> new NDList(pixels(m), times(m)),
                in -> network.forward(in.get("x"), in.get("t")).square().mean(),
                count -> {
                    double[] times = new double[count];
                    for (int i = 0; i < count; i++) {
                        long start = System.nanoTime();
                        sampler.sample(denoiser, BATCH, i);
                        times[i] = (System.nanoTime() - start) / 1e6;
                    }
                    return times;
                });
    }

    private static long macs(UNet network) {
        return MacCounter.count(m -> network.forward(m.zeros(new Shape(1, 1, SIDE, SIDE)), m.ones(new Shape(1))));
    }

    private static NDArray pixels(NDManager manager) {
        return named("x", manager.randomUniform(0, 1, new Shape(BATCH, 1, SIDE, SIDE)));
    }

    private static NDArray normal(NDManager manager, long... shape) {
        return named("z", manager.randomNormal(new Shape(shape)));
    }

    private static NDArray times(NDManager manager) {
        return named("t", PROCESS.drawTimes(manager, BATCH));
    }

    private static NDArray named(String name, NDArray tensor) {
        tensor.setName(name);
        return tensor;
    }

    private static IntFunction<double[]> steps(Network network, Batches images, Objective objective, int batchSize) {
        return blocks(options -> TrainingLoop.of(network, images, objective, options), batchSize);
    }

    /**
     * Times blocks of steps of one run of the project's own loop, which is stopped and taken up again; the first block of each call, in which
     * memory is found, is not counted.
     */
    private static IntFunction<double[]> blocks(Function<TrainingOptions, TrainingLoop> game, int batchSize) {
        TrainingLoop loop =
                game.apply(TrainingOptions.of(ENDLESS, batchSize, 2e-4).withReportEvery(BLOCK));
        return count -> {
            List<Double> readings = new ArrayList<>();
            loop.run((progress, log) -> {
                readings.add(progress.elapsed().toNanos() / 1e6);
                if (readings.size() > count) {
                    loop.stop();
                }
            });
            double[] times = new double[count];
            for (int i = 0; i < count; i++) {
                times[i] = (readings.get(i + 1) - readings.get(i)) / BLOCK;
            }
            return times;
        };
    }
}
