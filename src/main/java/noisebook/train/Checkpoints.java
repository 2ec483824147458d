package noisebook.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import noisebook.data.DataSet;
import noisebook.data.Sha256;
import noisebook.data.Split;
import noisebook.nn.Network;

/** The shipped weights: one file for each data set and recipe. */
public final class Checkpoints {
    private static final String FOLDER = "data/checkpoints";
    private static final String NEEDS = "needs."; // and a name, before a hash

    private Checkpoints() {}

    /**
     * Where the weights of a recipe are kept.
     *
     * @param set what they were trained on
     * @param recipe its name
     */
    public static Path file(DataSet set, String recipe) {
        return folder().resolve(set.id()).resolve(recipe + ".safetensors");
    }

    /**
     * What a checkpoint of a recipe says about itself, the hashes of the weights that its training used included.
     *
     * @throws IOException if weights that the recipe needs are missing
     */
    public static Map<String, String> metadata(Recipe<?> recipe, Split data, String version) throws IOException {
        Map<String, String> metadata = recipe.metadata(data, version);
        for (String need : recipe.needs()) {
            metadata.put(NEEDS + need, hash(recipe, need, data.source()));
        }
        return metadata;
    }

    /**
     * Checks that the weights which a training will use are there.
     *
     * @throws IOException naming what is missing and how to train it
     */
    public static void requireNeeds(Recipe<?> recipe, DataSet set) throws IOException {
        for (String need : recipe.needs()) {
            needed(recipe, need, set);
        }
    }

    private static Path needed(Recipe<?> recipe, String need, DataSet set) throws IOException {
        Path file = file(set, need);
        if (!Files.exists(file)) {
            throw new IOException(recipe.name() + " needs the weights of " + need + " for " + set + " (" + file
                    + "): train them first with ./noisebook train " + need + " --data " + set.id());
        }
        return file;
    }

    private static String hash(Recipe<?> recipe, String need, DataSet set) throws IOException {
        return Sha256.of(ByteBuffer.wrap(Files.readAllBytes(needed(recipe, need, set))));
    }

    /** Weights that do not say what they were trained with are taken as they are. */
    private static void requireSameNeeds(Recipe<?> recipe, Map<String, String> metadata, DataSet set)
            throws IOException {
        for (String need : recipe.needs()) {
            String trainedWith = metadata.get(NEEDS + need);
            if (trainedWith != null && !trainedWith.equals(hash(recipe, need, set))) {
                throw new IOException("the weights of " + recipe.name() + " for " + set
                        + " were trained with other weights of " + need + " than those of " + file(set, need)
                        + ": put these back, or train " + recipe.name() + " again with ./noisebook train "
                        + recipe.name() + " --data " + set.id());
            }
        }
    }

    /**
     * A model with the weights shipped for a data set, ready to be used.
     *
     * @throws IOException if there are none, or the file is damaged, or made for another recipe or other data, or with other weights of a recipe
     *     that this one needs
     */
    public static <M extends Network> M load(Recipe<M> recipe, Split data) throws IOException {
        Map<String, String> expected = recipe.metadata(data, "");
        expected.keySet().retainAll(Set.of("recipe", "dataset", "data-sha256"));
        return load(recipe, data.source(), expected);
    }

    /** The same without the data at hand, so that it cannot be asked whether they are still those of the training. */
    public static <M extends Network> M load(Recipe<M> recipe, DataSet set) throws IOException {
        return load(recipe, set, Map.of("recipe", recipe.name(), "dataset", set.id()));
    }

    private static <M extends Network> M load(Recipe<M> recipe, DataSet set, Map<String, String> expected)
            throws IOException {
        Path file = file(set, recipe.name());
        if (!Files.exists(file)) {
            throw new IOException("no weights of " + recipe.name() + " for " + set + " (" + file
                    + "): train them with ./noisebook train " + recipe.name() + " --data " + set.id());
        }
        M model = recipe.model().get();
        requireSameNeeds(recipe, Checkpoint.load(file, model, expected), set);
        model.training(false);
        return model;
    }

    /**
     * The same where nobody can be asked.
     *
     * @throws UncheckedIOException in place of {@link IOException}
     */
    public static <M extends Network> M shipped(Recipe<M> recipe, Split data) {
        try {
            return load(recipe, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** In the project the launcher named, else in this folder or the nearest above it: a notebook runs in its own. */
    private static Path folder() {
        String home = System.getProperty("noisebook.home");
        if (home != null) {
            return Path.of(home, FOLDER);
        }
        for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
            if (Files.isDirectory(above.resolve(FOLDER))) {
                return above.resolve(FOLDER);
            }
        }
        return Path.of(FOLDER);
    }
}
