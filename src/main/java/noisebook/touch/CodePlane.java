package noisebook.touch;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import noisebook.data.Images;
import noisebook.evaluate.Evaluator;
import noisebook.evaluate.Predictions;
import noisebook.math.Require;
import noisebook.vae.Vae;

/**
 * The plane of codes of a VAE: one drags a point over it, and the page decodes it with the weights of the model's decoder. What the classifier takes each
 * code for is carried along, so that the page knows where it is torn between two digits.
 */
public final class CodePlane {
    private static final double EDGE = 3.5;
    private static final int CELLS = 56;

    /** Whoever has less than this in the classifier's eyes is no candidate. */
    private static final double TORN = .25;

    /** Pixels that are darker than this everywhere need no weights. */
    private static final float BLACK = 5e-5f;

    private static final double[][] PROBES = {{1.1, -.6}, {-2.3, 1.9}};

    /** A linear layer, its weights row by row. */
    private record DecoderLayer(int columns, String weight, List<Float> bias) {}

    private CodePlane() {}

    /**
     * The figure.
     *
     * @param vae fully connected, with codes of two numbers
     * @param codes some codes of digits, to be drawn as dots
     * @param labels their digits
     * @param judge names what is decoded
     * @param still a picture for where it cannot move
     */
    public static Touch of(Vae vae, double[][] codes, int[] labels, Evaluator judge, BufferedImage still) {
        Require.that(vae.latentDim() == 2, "codes must have two numbers", vae.latentDim());
        Require.sameLength("codes", codes.length, "labels", labels.length);
        double[][] plane = IntStream.range(0, CELLS * CELLS)
                .mapToObj(i -> new double[] {centre(i % CELLS), -centre(i / CELLS)})
                .toArray(double[][]::new);
        Images decoded = vae.decode(plane);
        Predictions named = judge.predict(decoded);
        String[] readings =
                Arrays.stream(named.probabilities()).map(CodePlane::reading).toArray(String[]::new);
        String torn = mostTorn(readings);
        Images probes = vae.decode(PROBES);
        int[] pixels = litPixels(decoded);
        return Touch.of(
                        "The plane of codes, decoded where you point",
                        "Find a code that is a " + torn.charAt(0) + " and a " + torn.charAt(1)
                                + ": the classifier cannot decide.",
                        "plane",
                        still)
                .with("edge", EDGE)
                .with("cells", CELLS)
                .with("readings", String.join(",", readings))
                .with("torn", torn)
                .with(
                        "codes",
                        Arrays.stream(codes).map(code -> rounded(code, 2)).toList())
                .with("labels", labels)
                .with("side", decoded.width())
                .with("pixels", pixels)
                .with("layers", layers(vae, pixels))
                .with("probes", PROBES)
                .with(
                        "decoded",
                        IntStream.range(0, PROBES.length)
                                .mapToObj(probes::row)
                                .map(row -> rounded(row, 5))
                                .toList());
    }

    private static double centre(int cell) {
        return EDGE * ((2 * cell + 1.0) / CELLS - 1);
    }

    /** The digit, and behind it a second one when that is nearly as probable. */
    private static String reading(double[] probabilities) {
        Integer[] order = IntStream.range(0, probabilities.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> Double.compare(probabilities[b], probabilities[a]));
        return "" + order[0] + (probabilities[order[1]] >= TORN ? "" + order[1] : "");
    }

    /** The two digits between which the classifier is torn most often; 4 and 9 where it is at all. */
    private static String mostTorn(String[] readings) {
        int[] counts = new int[100];
        Arrays.stream(readings)
                .filter(reading -> reading.length() == 2)
                .map(reading ->
                        reading.charAt(0) < reading.charAt(1) ? reading : "" + reading.charAt(1) + reading.charAt(0))
                .forEach(pair -> counts[Integer.parseInt(pair)]++);
        int fourNine = 49;
        int most = counts[fourNine] > 0
                ? fourNine
                : IntStream.range(0, counts.length)
                        .reduce((a, b) -> counts[b] > counts[a] ? b : a)
                        .orElseThrow();
        return "" + most / 10 + most % 10;
    }

    private static int[] litPixels(Images decoded) {
        return IntStream.range(0, decoded.numbers())
                .filter(pixel -> IntStream.range(0, decoded.count())
                        .anyMatch(i -> decoded.values()[i * decoded.numbers() + pixel] > BLACK))
                .toArray();
    }

    private static List<DecoderLayer> layers(Vae vae, int[] pixels) {
        List<DecoderLayer> layers = new ArrayList<>();
        for (int i = 0; vae.parameters().containsKey("decoder." + i + ".weight"); i += 2) {
            boolean last = !vae.parameters().containsKey("decoder." + (i + 2) + ".weight");
            float[] weight = numbers(vae, "decoder." + i + ".weight");
            float[] bias = numbers(vae, "decoder." + i + ".bias");
            layers.add(layer(
                    weight,
                    bias,
                    last ? pixels : IntStream.range(0, bias.length).toArray()));
        }
        return layers;
    }

    private static float[] numbers(Vae vae, String parameter) {
        return Objects.requireNonNull(vae.parameters().get(parameter)).value().toFloatArray();
    }

    /** Of the rows of a layer those wanted. */
    private static DecoderLayer layer(float[] weight, float[] bias, int[] rows) {
        int columns = weight.length / bias.length;
        float[] kept = new float[rows.length * columns];
        List<Float> offsets = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(weight, rows[i] * columns, kept, i * columns, columns);
            offsets.add(bias[rows[i]]);
        }
        return new DecoderLayer(columns, Halves.packed(kept), offsets);
    }

    /** To so many places, to keep the page small. */
    private static double[] rounded(double[] values, double places) {
        double unit = Math.pow(10, places);
        return Arrays.stream(values).map(v -> Math.round(v * unit) / unit).toArray();
    }
}
