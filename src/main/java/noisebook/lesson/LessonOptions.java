package noisebook.lesson;

import java.util.Locale;
import noisebook.data.DataSet;
import org.jspecify.annotations.Nullable;

/**
 * What a lesson is run with. Each option is read from a system property, which the command line sets, else from the
 * environment: {@code noisebook.dataset} or {@code NOISEBOOK_DATASET}, {@code noisebook.seed} or {@code NOISEBOOK_SEED},
 * {@code noisebook.train} or {@code NOISEBOOK_TRAIN}.
 *
 * @param dataSet the data set, or null for the best one that is there
 * @param seed the seed of everything random
 * @param train whether models are trained instead of read from checkpoints
 */
public record LessonOptions(@Nullable DataSet dataSet, long seed, boolean train) {
    private static final long DEFAULT_SEED = 42;

    /**
     * Checks the data set.
     *
     * @throws IllegalArgumentException if the lessons have neither weights nor bands for it
     */
    public LessonOptions {
        if (dataSet == DataSet.FASHION_MNIST || dataSet == DataSet.DRAWN_SCENES) {
            throw new IllegalArgumentException("the lessons have weights and checks for digits only, not for '"
                    + dataSet.id() + "': use " + DataSet.MNIST.id() + " or " + DataSet.DRAWN_DIGITS.id());
        }
    }

    /**
     * The options now.
     *
     * @throws IllegalArgumentException if there is no such data set or the seed is not a whole number
     */
    public static LessonOptions current() {
        String dataSet = read("dataset");
        String seed = read("seed");
        String train = read("train");
        return new LessonOptions(
                dataSet == null ? null : DataSet.parse(dataSet),
                seed == null ? DEFAULT_SEED : parseSeed(seed),
                "1".equals(train) || "true".equalsIgnoreCase(train));
    }

    /** Makes these the options of every lesson opened from now on. */
    public void apply() {
        if (dataSet != null) {
            System.setProperty("noisebook.dataset", dataSet.id());
        }
        System.setProperty("noisebook.seed", String.valueOf(seed));
        System.setProperty("noisebook.train", String.valueOf(train));
    }

    private static long parseSeed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the seed must be a whole number, was " + text, e);
        }
    }

    private static @Nullable String read(String name) {
        String property = System.getProperty("noisebook." + name);
        return property != null ? property : System.getenv("NOISEBOOK_" + name.toUpperCase(Locale.ROOT));
    }
}
