package noisebook.gan.style;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import noisebook.data.Images;
import noisebook.gan.GanLoss;
import noisebook.gan.GanOptions;
import noisebook.gan.GeneratorLoss;
import noisebook.math.Require;
import noisebook.tensor.Autocast;
import noisebook.tensor.GradMode;
import noisebook.tensor.Ops;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;
import noisebook.train.Batches;
import noisebook.train.Loss;
import noisebook.train.Objective;
import noisebook.train.TrainingLoop;

/**
 * The game of StyleGAN2 (Karras et al. 2020): the losses of any GAN, and two penalties that come now and then and count for more when they come.
 *
 * @param gamma weight of {@link GanLoss#r1} in the discriminator's loss; the paper's rule is .0002 · pixels² / batch with pixels a side
 * @param r1Every steps from one R1 to the next, by which it is multiplied when it comes
 * @param pathWeight weight of the path length's penalty in the generator's loss: 2, or 0 for none
 * @param fadeSteps steps in which the last size of images is faded in, for players that grew out of smaller ones; 0 for none
 * @param freeSteps steps in which neither is asked for yet: pictures of two w, and paths of equal length
 */
public record StyleGan(
        StyleGenerator generator,
        AugmentedDiscriminator discriminator,
        double gamma,
        int r1Every,
        double pathWeight,
        int fadeSteps,
        int freeSteps) {
    /** Steps from one R1 to the next in StyleGAN2. */
    public static final int R1_EVERY = 16;

    /** Steps from one penalty of the path length to the next. */
    public static final int PATH_EVERY = 4;

    /** Share of training pictures whose layers follow two w (Karras et al. 2019, section 3.1). */
    public static final double MIXING = .9;

    /** In the log of a training: r, the mean sign of the logits of real pictures. */
    public static final String SIGN = "r";

    /** In the log of a training: the probability p of an augmentation. */
    public static final String AUGMENTED = "p";

    /** Checks the weights. */
    public StyleGan {
        Require.that(gamma >= 0, "gamma must be 0 or more", gamma);
        Require.positive("r1Every", r1Every);
        Require.that(pathWeight >= 0, "pathWeight must be 0 or more", pathWeight);
        Require.that(fadeSteps >= 0, "fadeSteps must be 0 or more", fadeSteps);
        Require.that(freeSteps >= 0, "freeSteps must be 0 or more", freeSteps);
    }

    /** The game of players that do not grow. */
    public StyleGan(StyleGenerator generator, AugmentedDiscriminator discriminator, double gamma, double pathWeight) {
        this(generator, discriminator, gamma, R1_EVERY, pathWeight, 0, 0);
    }

    /** The same game with R1 at other distances: 1 for each step, as it is defined. */
    public StyleGan withR1Every(int steps) {
        return new StyleGan(generator, discriminator, gamma, steps, pathWeight, fadeSteps, freeSteps);
    }

    /** The same game, in which the last size of images is faded in during so many steps (Karras et al. 2018, section 2). */
    public StyleGan fading(int steps) {
        return new StyleGan(generator, discriminator, gamma, r1Every, pathWeight, steps, freeSteps);
    }

    /**
     * The same game, in which the first steps ask for neither pictures of two w nor paths of equal length. Asked from the start, the players of a short run settle on the digits in which any
     * two w agree, and leave the others out.
     */
    public StyleGan freeFor(int steps) {
        return new StyleGan(generator, discriminator, gamma, r1Every, pathWeight, fadeSteps, steps);
    }

    /** Begins where the players of smaller images stand. */
    public void takeOver(StyleGan smaller) {
        generator.loadShared(smaller.generator.tensors());
        discriminator.loadShared(smaller.discriminator.tensors());
    }

    /** γ by the rule of StyleGAN2 with adaptive augmentation: .0002 · pixels² / batch. */
    public static double gamma(int side, int batch) {
        return .0002 * side * side / batch;
    }

    /** The training loop: in each step the discriminator moves, then the generator, each with the other frozen. */
    public TrainingLoop loop(Batches real, GanOptions options) {
        Objective discriminate = Objective.ofStep(this::discriminatorLoss);
        Objective generate =
                Objective.ofStep((step, batch, random) -> generatorLoss(options.generatorLoss(), step, batch, random));
        return options.loop(
                real, discriminator, discriminate.in(Autocast::bfloat16), generator, generate.in(Autocast::bfloat16));
    }

    /**
     * How steep the judgement is where pictures are real, {@code E ‖∇D(x)‖²} of the logit, which R1 keeps small.
     *
     * @param real of 28×28 pixels in [0, 1]
     */
    public double slope(Images real) {
        float[] twice = Scope.floats(manager -> {
            NDArray images = sized(Tensors.signed(Tensors.images(manager, real)), 1);
            try (GradMode on = GradMode.on()) {
                images.setRequiresGradient(true);
                return GanLoss.r1(images, discriminator.judge(images, 1)).stopGradient();
            }
        });
        return 2 * twice[0];
    }

    /** How much of the last size is there at a step. */
    double fade(int step) {
        return step < fadeSteps ? step / (double) fadeSteps : 1;
    }

    /** Real pictures as small as the generator's, and as coarse as they still are. */
    NDArray sized(NDArray images, double fade) {
        NDArray small = images;
        while (small.size(2) > generator.side()) {
            small = Ops.downsample2x(small);
        }
        if (fade == 1) {
            return small;
        }
        NDArray coarse = Ops.upsample2x(Ops.downsample2x(small));
        return coarse.add(Ops.scale(small.sub(coarse), fade));
    }

    private static boolean due(double weight, int step, int every) {
        return weight > 0 && step % every == 0;
    }

    private NDArray styles(int step, long n, NDManager random) {
        return generator.styles(random, n, step < freeSteps ? 0 : MIXING);
    }

    Loss discriminatorLoss(int step, NDList batch, NDManager random) {
        double fade = fade(step);
        NDArray real = discriminator.seen(sized(Tensors.signed(batch.head()), fade), random);
        NDArray styles = styles(step, batch.head().size(0), random);
        NDArray fake = discriminator.seen(generator.draw(styles, fade), random);
        boolean steep = due(gamma, step, r1Every);
        real.setRequiresGradient(steep);
        NDArray realLogits = discriminator.judge(real, fade);
        NDArray loss = GanLoss.discriminator(realLogits, discriminator.judge(fake, fade));
        AdaptiveAugmentation augmentation = discriminator.augmentation();
        augmentation.hear(realLogits);
        return Loss.of(
                steep ? loss.add(Ops.scale(GanLoss.r1(real, realLogits), gamma * r1Every)) : loss,
                SIGN,
                realLogits.stopGradient().sign().mean(),
                AUGMENTED,
                random.create((float) augmentation.p()));
    }

    Loss generatorLoss(GeneratorLoss kind, int step, NDList batch, NDManager random) {
        NDArray styles = styles(step, batch.head().size(0), random);
        NDArray seen = discriminator.seen(generator.draw(styles, fade(step)), random);
        NDArray loss = kind.of(discriminator.judge(seen, fade(step)));
        return Loss.of(
                step >= freeSteps && due(pathWeight, step, PATH_EVERY)
                        ? loss.add(pathPenalty(step, batch, random))
                        : loss);
    }

    private NDArray pathPenalty(int step, NDList batch, NDManager random) {
        NDArray styles = styles(step, Math.max(1, batch.head().size(0) / 2), random);
        NDArray lengths = PathLength.of(styles, generator.draw(styles, fade(step)));
        return Ops.scale(PathLength.penalty(lengths, generator.pathLength()), pathWeight * PATH_EVERY);
    }
}
