package noisebook.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import noisebook.data.DataSet;
import noisebook.data.Split;
import noisebook.nn.Network;

/** The shipped weights: one file for each data set and recipe. */
public final class Checkpoints {
    private static final String FOLDER = "data/checkpoints";

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
     * A model with the weights shipped for a data set, ready to be used.
     *
     * @throws IOException if there are none, or the file is damaged, or made for another recipe or other data
     */
    public static <M extends Network> M load(Recipe<M> recipe, Split data) throws IOException {
        Path file = file(data.source(), recipe.name());
        if (!Files.exists(file)) {
            throw new IOException("no weights of " + recipe.name() + " for " + data.source() + " (" + file
                    + "): train them with ./noisebook train " + recipe.name() + " --data "
                    + data.source().id());
        }
        M model = recipe.model().get();
        Map<String, String> expected = recipe.metadata(data, "");
        expected.keySet().retainAll(Set.of("recipe", "dataset", "data-sha256"));
        Checkpoint.load(file, model, expected);
        model.training(false);
        return model;
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
