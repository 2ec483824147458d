package noisebook.gan;

import noisebook.nn.Network;
import noisebook.train.Batches;
import noisebook.train.Objective;
import noisebook.train.Optimizer;
import noisebook.train.Player;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingOptions;

/**
 * How the game is played.
 *
 * @param training steps, batch size, Adam and seed; its learning rate is the generator's
 * @param discriminatorRate learning rate of the discriminator
 * @param discriminatorUpdates moves of the discriminator each step; 1 or 2 keep the two in balance
 * @param generatorUpdates moves of the generator each step
 * @param generatorLoss what the generator minimises
 */
public record GanOptions(
        TrainingOptions training,
        double discriminatorRate,
        int discriminatorUpdates,
        int generatorUpdates,
        GeneratorLoss generatorLoss) {

    /**
     * One move each at the same learning rate, the non-saturating loss, Adam's betas (.5, .9), and a rate that falls to zero along a cosine, which
     * ends the circling round the saddle point.
     */
    public static GanOptions of(int steps, int batchSize, double learningRate) {
        TrainingOptions training = TrainingOptions.of(steps, batchSize, learningRate)
                .withOptimizer(Optimizer.adam(.5, .9))
                .withSchedule(TrainingOptions.Schedule.WARMUP_COSINE);
        return of(training);
    }

    /** One move each at the learning rate of the training, and the non-saturating loss. */
    public static GanOptions of(TrainingOptions training) {
        return new GanOptions(training, training.learningRate(), 1, 1, GeneratorLoss.NON_SATURATING);
    }

    /**
     * The loop of a game under these options: in each step the discriminator moves, then the generator, each with the other frozen.
     *
     * @param real batches of the data, handed to both objectives
     */
    public TrainingLoop loop(
            Batches real,
            Network discriminator,
            Objective discriminatorObjective,
            Network generator,
            Objective generatorObjective) {
        return TrainingLoop.adversarial(
                real,
                training,
                new Player(
                        Gan.DISCRIMINATOR,
                        discriminator,
                        discriminatorObjective,
                        discriminatorUpdates,
                        discriminatorRate),
                new Player(Gan.GENERATOR, generator, generatorObjective, generatorUpdates, training.learningRate()));
    }

    /** These options with other steps, schedule, seed and so on. */
    public GanOptions withTraining(TrainingOptions value) {
        return new GanOptions(value, discriminatorRate, discriminatorUpdates, generatorUpdates, generatorLoss);
    }

    /** These options with another seed. */
    public GanOptions withSeed(long seed) {
        return withTraining(training.withSeed(seed));
    }

    /** These options with the losses read more or less often. */
    public GanOptions withReportEvery(int steps) {
        return withTraining(training.withReportEvery(steps));
    }

    /** These options with another learning rate of the discriminator. */
    public GanOptions withDiscriminatorRate(double value) {
        return new GanOptions(training, value, discriminatorUpdates, generatorUpdates, generatorLoss);
    }

    /** These options with more moves of the discriminator. */
    public GanOptions withDiscriminatorUpdates(int value) {
        return new GanOptions(training, discriminatorRate, value, generatorUpdates, generatorLoss);
    }

    /** These options with more moves of the generator. */
    public GanOptions withGeneratorUpdates(int value) {
        return new GanOptions(training, discriminatorRate, discriminatorUpdates, value, generatorLoss);
    }

    /** These options with another loss of the generator. */
    public GanOptions withGeneratorLoss(GeneratorLoss value) {
        return new GanOptions(training, discriminatorRate, discriminatorUpdates, generatorUpdates, value);
    }
}
