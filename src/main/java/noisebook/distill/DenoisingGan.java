package noisebook.distill;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.function.Function;
import noisebook.denoising.Condition;
import noisebook.denoising.DenoisingNetwork;
import noisebook.denoising.ForwardProcess;
import noisebook.gan.GanLoss;
import noisebook.gan.GanOptions;
import noisebook.math.Prediction;
import noisebook.math.Require;
import noisebook.tensor.Autocast;
import noisebook.tensor.Ops;
import noisebook.train.Batches;
import noisebook.train.Loss;
import noisebook.train.Objective;
import noisebook.train.TrainingLoop;

/**
 * The game of a denoising diffusion GAN (Xiao, Kreis and Vahdat 2022): a diffusion of few large steps, back along which a single Gaussian cannot lead. The
 * generator draws a possible {@code x_0 = G(x_t, z, t)}, with z of N(0, I) drawn anew, and {@code q(x_{t−1} | x_t, x_0)} leads from there to x_{t−1}; the
 * discriminator {@code D(x_{t−1}, x_t, t)} says whether that x_{t−1} can be what lay before x_t.
 *
 * <p>Trained, the generator is walked like any denoiser that predicts x_0: {@code Sampler.ddpm(T)}.
 *
 * @param generator draws an x_0 each time that it is asked, along a path of whole steps
 * @param discriminator its opponent, needed in training only
 * @param gamma weight of {@link GanLoss#r1}, 0 for none
 */
public record DenoisingGan(DenoisingNetwork generator, StepDiscriminator discriminator, double gamma) {
    /** Checks that the generator draws x_0, along a path of whole steps. */
    public DenoisingGan {
        Require.that(generator.predicts() == Prediction.X0, "the generator must draw x_0", generator.predicts());
        Require.that(
                generator.process().path().whole(),
                "the path must have whole steps",
                generator.process().path());
        Require.that(gamma >= 0, "gamma must be 0 or more", gamma);
    }

    /**
     * The training loop: in each step the discriminator moves, then the generator, each with the other frozen and at times drawn anew.
     *
     * @param x0 takes the clean samples from a batch, on the generator's scale
     * @param about says what they show
     */
    public TrainingLoop loop(
            Batches data, Function<NDList, NDArray> x0, Function<NDList, Condition> about, GanOptions options) {
        Objective discriminate = (batch, random) ->
                Loss.of(discriminatorLoss(step(x0.apply(batch), about.apply(batch), random), random));
        Objective generate = (batch, random) -> {
            Step step = step(x0.apply(batch), about.apply(batch), random);
            return Loss.of(options.generatorLoss().of(judged(step, drawn(step, random))));
        };
        return options.loop(
                data, discriminator, discriminate.in(Autocast::bfloat16), generator, generate.in(Autocast::bfloat16));
    }

    /** A step of the real chain: x_{t−1}, and the x_t that came from it. */
    private record Step(NDArray before, NDArray xt, NDArray t, Condition about) {}

    private Step step(NDArray x0, Condition about, NDManager random) {
        ForwardProcess process = generator.process();
        NDArray t = process.drawTimes(random, (int) x0.size(0));
        NDArray before = process.diffuse(x0, t.sub(1), random.randomNormal(x0.getShape()));
        return new Step(before, process.stepOn(before, t, random.randomNormal(x0.getShape())), t, about);
    }

    private NDArray discriminatorLoss(Step step, NDManager random) {
        step.before().setRequiresGradient(gamma > 0);
        NDArray real = judged(step, step.before());
        NDArray loss = GanLoss.discriminator(real, judged(step, drawn(step, random)));
        return gamma == 0 ? loss : loss.add(Ops.scale(GanLoss.r1(step.before(), real), gamma));
    }

    /** What the generator holds for x_{t−1}. */
    private NDArray drawn(Step step, NDManager random) {
        NDArray x0 = generator.predict(step.xt(), step.t(), step.about());
        return generator.process().stepBack(x0, step.xt(), step.t(), random.randomNormal(x0.getShape()));
    }

    private NDArray judged(Step step, NDArray before) {
        return discriminator.logits(before, step.xt(), step.t(), step.about());
    }
}
