package noisebook.train;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import noisebook.nn.Network;
import noisebook.tensor.Compute;
import noisebook.tensor.GradMode;
import noisebook.tensor.SafeTensors;
import noisebook.tensor.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The weights of a finished model in a file that says what it is, what it was trained on, and what the model answers to a test input: so
 * weights are never taken over by a network that has the same shapes but computes otherwise.
 */
public final class Checkpoint {
    private static final String ANSWER = "answer";
    /** Numbers of the answer that are kept. */
    private static final int ANSWERS = 16;
    /** How far answers may be apart, in units of their size: half precision moves them by some thousandths. */
    private static final double TOLERANCE = .03;

    private Checkpoint() {}

    /**
     * Writes a model, in half precision: a quarter of a permille is more than any figure shows.
     *
     * @param metadata recipe, options, seed, data set, hash of the data, library version
     */
    public static void save(Path file, Network model, Map<String, String> metadata) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(metadata);
        double[] answer = answer(model);
        if (answer.length > 0) {
            all.put(ANSWER, text(answer));
        }
        SafeTensors.write(file, model.tensors(), all, DataType.FLOAT16);
    }

    /**
     * Fills a model from a file.
     *
     * @param expected metadata that must stand in the file, such as the data set it was trained on
     * @return all metadata of the file
     * @throws IOException when the file is missing, damaged, or not what was expected
     */
    public static Map<String, String> load(Path file, Network model, Map<String, String> expected) throws IOException {
        try (NDManager manager = Compute.newManager();
                GradMode off = GradMode.off()) {
            SafeTensors.Content content = SafeTensors.read(file, manager);
            for (Map.Entry<String, String> entry : expected.entrySet()) {
                String found = content.metadata().getOrDefault(entry.getKey(), "nothing");
                if (!found.equals(entry.getValue())) {
                    throw new IOException("checkpoint " + file + " is for " + entry.getKey() + " " + found + ", but "
                            + entry.getValue() + " is needed: train it again with ./noisebook train");
                }
            }
            model.load(content.tensors());
            requireAnswer(file, content.metadata().get(ANSWER), answer(model));
            return content.metadata();
        } catch (IllegalArgumentException e) {
            throw new IOException("checkpoint " + file + " holds another network: " + e.getMessage(), e);
        }
    }

    /** The model's answer to its test input, as means over equal stretches of it. */
    private static double[] answer(Network model) {
        float[] all = Scope.floats(manager -> model.fingerprint(manager).orElseGet(() -> manager.create(new float[0])));
        int count = Math.min(ANSWERS, all.length);
        return IntStream.range(0, count)
                .mapToDouble(i -> IntStream.range(i * all.length / count, (i + 1) * all.length / count)
                        .mapToDouble(k -> all[k])
                        .average()
                        .orElse(0))
                .toArray();
    }

    private static String text(double[] numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> String.format(Locale.ROOT, "%.4g", number))
                .collect(Collectors.joining(" "));
    }

    private static void requireAnswer(Path file, @Nullable String kept, double[] mine) throws IOException {
        if (kept == null && mine.length == 0) {
            return; // a module that has no answer was saved without one
        }
        if (kept == null) {
            throw new IOException("checkpoint " + file + " does not say what its network answers to the test input,"
                    + " so it may be another than this one: train it again with ./noisebook train");
        }
        double[] theirs =
                Arrays.stream(kept.split(" ")).mapToDouble(Double::parseDouble).toArray();
        double size = Math.sqrt(Arrays.stream(theirs).map(x -> x * x).average().orElse(0));
        boolean same = theirs.length == mine.length
                && IntStream.range(0, mine.length).allMatch(i -> Math.abs(theirs[i] - mine[i]) <= TOLERANCE * size);
        if (!same) {
            throw new IOException("checkpoint " + file + " holds another network: to the test input it answered " + kept
                    + ", this one answers "
                    + (mine.length == 0 ? "nothing" : text(mine)) + ": train it again with ./noisebook train");
        }
    }
}
