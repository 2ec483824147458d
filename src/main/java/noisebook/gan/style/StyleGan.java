package noisebook.gan.style;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import noisebook.gan.GanLoss;
import noisebook.gan.GanOptions;
import noisebook.gan.GeneratorLoss;
import noisebook.math.Require;
import noisebook.tensor.Autocast;
import noisebook.tensor.Ops;
import noisebook.tensor.Tensors;
import noisebook.train.Batches;
import noisebook.train.Loss;
import noisebook.train.Objective;
import noisebook.train.TrainingLoop;

/**
 * The game of StyleGAN2 (Karras et al. 2020): the losses of any GAN, and two penalties that come now and then and count for more when they come.
 *
 * @param gamma weight of {@link GanLoss#r1} in the discriminator's loss; the paper's rule is .0002 · pixels² / batch with pixels a side
 * @param pathWeight weight of the path length's penalty in the generator's loss: 2, or 0 for none
 * @param fadeSteps steps in which the last size of images is faded in, for players that grew out of smaller ones; 0 for none
 */
public record StyleGan(
        StyleGenerator generator,
        AugmentedDiscriminator discriminator,
        double gamma,
        double pathWeight,
        int fadeSteps) {
    /** Steps from one R1 to the next. */
    public static final int R1_EVERY = 16;

    /** Steps from one penalty of the path length to the next. */
    public static final int PATH_EVERY = 4;

    /** In the log of a training: r, the mean sign of the logits of real pictures. */
    public static final String SIGN = "r";

    /** In the log of a training: the probability p of an augmentation. */
    public static final String AUGMENTED = "p";

    /** Checks the weights. */
    public StyleGan {
        Require.that(gamma >= 0, "gamma must be 0 or more", gamma);
        Require.that(pathWeight >= 0, "pathWeight must be 0 or more", pathWeight);
        Require.that(fadeSteps >= 0, "fadeSteps must be 0 or more", fadeSteps);
    }

    /** The game of players that do not grow. */
    public StyleGan(StyleGenerator generator, AugmentedDiscriminator discriminator, double gamma, double pathWeight) {
        this(generator, discriminator, gamma, pathWeight, 0);
    }

    /** The same game, in which the last size of images is faded in during so many steps (Karras et al. 2018, section 2). */
    public StyleGan fading(int steps) {
        return new StyleGan(generator, discriminator, gamma, pathWeight, steps);
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

    Loss discriminatorLoss(int step, NDList batch, NDManager random) {
        double fade = fade(step);
        NDArray real = discriminator.seen(sized(Tensors.signed(batch.head()), fade), random);
        NDArray styles = generator.styles(random, batch.head().size(0));
        NDArray fake = discriminator.seen(generator.draw(styles, fade), random);
        boolean steep = due(gamma, step, R1_EVERY);
        real.setRequiresGradient(steep);
        NDArray realLogits = discriminator.judge(real, fade);
        NDArray loss = GanLoss.discriminator(realLogits, discriminator.judge(fake, fade));
        AdaptiveAugmentation augmentation = discriminator.augmentation();
        augmentation.hear(realLogits);
        return Loss.of(
                steep ? loss.add(Ops.scale(GanLoss.r1(real, realLogits), gamma * R1_EVERY)) : loss,
                SIGN,
                realLogits.stopGradient().sign().mean(),
                AUGMENTED,
                random.create((float) augmentation.p()));
    }

    Loss generatorLoss(GeneratorLoss kind, int step, NDList batch, NDManager random) {
        NDArray styles = generator.styles(random, batch.head().size(0));
        NDArray seen = discriminator.seen(generator.draw(styles, fade(step)), random);
        NDArray loss = kind.of(discriminator.judge(seen, fade(step)));
        return Loss.of(due(pathWeight, step, PATH_EVERY) ? loss.add(pathPenalty(step, batch, random)) : loss);
    }

    private NDArray pathPenalty(int step, NDList batch, NDManager random) {
        NDArray styles = generator.styles(random, Math.max(1, batch.head().size(0) / 2));
        NDArray lengths = PathLength.of(styles, generator.draw(styles, fade(step)));
        return Ops.scale(PathLength.penalty(lengths, generator.pathLength()), pathWeight * PATH_EVERY);
    }
}
