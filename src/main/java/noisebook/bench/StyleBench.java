package noisebook.bench;

import java.io.IOException;
import java.util.List;
import noisebook.data.DataSet;
import noisebook.data.ImageSet;
import noisebook.data.Images;
import noisebook.data.Split;
import noisebook.evaluate.Evaluator;
import noisebook.evaluate.Fcd;
import noisebook.evaluate.Measurement;
import noisebook.gan.style.AdaptiveAugmentation;
import noisebook.gan.style.StyleGan;
import noisebook.gan.style.StyleGanRecipes;
import noisebook.gan.style.StyleGenerator;
import noisebook.train.TrainingListener;
import noisebook.train.TrainingLog;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingOptions;

/** Trains generators with styles on all digits and on few, grown and not, with adaptive augmentation and without, and judges them along the way. */
public final class StyleBench {
    /**
     * What is measured, after every so many steps: how many digits there were to learn from; whether the augmentation was adaptive; whether the players grew; seconds of training; r and p as
     * means since the row before; FCD-28 of what the averaged weights draw.
     */
    public static final List<String> COLUMNS =
            List.of("digits", "adaptive", "grown", "steps", "seconds", "r", "p", "fcd", "floor", "samples");

    private static final double PART = 4; // of a run in which p could go from 0 to 1
    private static final long CODES = 7; // seed of the samples

    private final Split data;
    private final Evaluator judge;
    private final TrainingOptions options;
    private final int samples;

    /**
     * On a data set.
     *
     * @param steps of each training
     * @param every steps from one row to the next
     * @param samples n of FCD-28
     */
    public StyleBench(Split data, int steps, int every, int samples) {
        this.data = data;
        this.samples = samples;
        options = averaged(StyleGanRecipes.options(steps).withReportEvery(every));
        judge = Evaluator.of(data);
    }

    /**
     * One training from so many digits.
     *
     * @param adaptive whether what the discriminator sees is augmented as it needs; p could go from 0 to 1 in a quarter of the run
     */
    public void few(int digits, boolean adaptive, TrainingListener listener, Measurement.Rows rows) throws IOException {
        AdaptiveAugmentation augmentation = adaptive
                ? new AdaptiveAugmentation(options.steps() * options.batchSize() / PART)
                : StyleGanRecipes.never();
        StyleGenerator generator = StyleGanRecipes.stylegan2().model().get();
        generator.initialize(options.seed());
        Run run = new Run(data.train().head(digits), adaptive ? 1 : 0, 0, rows);
        run.play(StyleGanRecipes.players(generator, augmentation, options), options, listener);
    }

    /** One training on all digits in which the players grow; each size has a third of the steps. */
    public void grown(TrainingListener listener, Measurement.Rows rows) throws IOException {
        TrainingOptions third = averaged(options.withSteps(options.steps() / 3));
        Run run = new Run(data.train(), 0, 1, rows);
        StyleGan smaller = null;
        for (StyleGan game : StyleGanRecipes.growing(third)) {
            if (smaller != null) {
                game.takeOver(smaller);
            }
            run.play(game, third, listener);
            smaller = game;
        }
    }

    /** The average of the weights goes back over a sixth of the run, as in the recipe, however short the run is. */
    private static TrainingOptions averaged(TrainingOptions run) {
        return run.withEmaDecay(Math.max(0, 1 - 6.0 / run.steps()));
    }

    private final class Run {
        private final ImageSet real;
        private final double adaptive;
        private final double grown;
        private final Measurement.Rows rows;
        private int steps;
        private double seconds;

        Run(ImageSet real, double adaptive, double grown, Measurement.Rows rows) {
            this.real = real;
            this.adaptive = adaptive;
            this.grown = grown;
            this.rows = rows;
        }

        void play(StyleGan game, TrainingOptions given, TrainingListener listener) throws IOException {
            TrainingLoop loop = StyleGanRecipes.loop(game, real, given);
            while (loop.step() < given.steps()) {
                long start = System.nanoTime();
                TrainingLog log = loop.run((now, soFar) -> {
                    listener.onProgress(now, soFar);
                    loop.stop();
                });
                seconds += (System.nanoTime() - start) / 1e9;
                Fcd fcd = judge.fcd(enlarged(game.generator().generate(samples, CODES)));
                rows.add(
                        real.size(),
                        adaptive,
                        grown,
                        steps + loop.step(),
                        seconds,
                        log.last("discriminator." + StyleGan.SIGN),
                        log.last("discriminator." + StyleGan.AUGMENTED),
                        fcd.distance(),
                        fcd.floor(),
                        samples);
            }
            steps += given.steps();
        }
    }

    /** Every pixel as a square of pixels, to 28×28. */
    static Images enlarged(Images images) {
        int side = images.width();
        int factor = DataSet.SIDE / side;
        float[] values = new float[images.count() * DataSet.SIDE * DataSet.SIDE];
        for (int k = 0; k < values.length; k++) {
            int x = k % DataSet.SIDE / factor;
            int row = k / DataSet.SIDE;
            int y = row % DataSet.SIDE / factor;
            values[k] = images.values()[(row / DataSet.SIDE * side + y) * side + x];
        }
        return Images.grey(DataSet.SIDE, DataSet.SIDE, values);
    }
}
