package noisebook.train;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A loss and its terms, all scalars.
 *
 * @param total what is minimised
 * @param terms what is shown beside it, by name
 */
public record Loss(NDArray total, Map<String, NDArray> terms) {
    /** The name of the total in logs and charts. */
    public static final String TOTAL = "loss";

    /** A loss of one term. */
    public static Loss of(NDArray total) {
        return new Loss(total, Map.of());
    }

    /** A loss with two named parts; the total is the caller's to combine. */
    public static Loss of(NDArray total, String first, NDArray firstTerm, String second, NDArray secondTerm) {
        Map<String, NDArray> terms = new LinkedHashMap<>();
        terms.put(first, firstTerm);
        terms.put(second, secondTerm);
        return new Loss(total, terms);
    }
}
