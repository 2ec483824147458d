package noisebook.train;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import noisebook.nn.Module;
import noisebook.tensor.Compute;
import noisebook.tensor.GradMode;
import noisebook.tensor.SafeTensors;

/** The weights of a finished model in a file that says what it is and what it was trained on. */
public final class Checkpoint {
    private Checkpoint() {}

    /**
     * Writes a model, in half precision: a quarter of a permille is more than any figure shows.
     *
     * @param metadata recipe, options, seed, data set, hash of the data, library version
     */
    public static void save(Path file, Module model, Map<String, String> metadata) throws IOException {
        SafeTensors.write(file, model.tensors(), metadata, DataType.FLOAT16);
    }

    /**
     * Fills a model from a file.
     *
     * @param expected metadata that must stand in the file, such as the data set it was trained on
     * @return all metadata of the file
     * @throws IOException when the file is missing, damaged, or not what was expected
     */
    public static Map<String, String> load(Path file, Module model, Map<String, String> expected) throws IOException {
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
            return content.metadata();
        } catch (IllegalArgumentException e) {
            throw new IOException("checkpoint " + file + " holds another network: " + e.getMessage(), e);
        }
    }
}
