package noisebook.evaluate;

/** Rows of doubles from floats that lie one after another. */
final class Rows {
    private Rows() {}

    static double[][] of(float[] flat, int width) {
        double[][] rows = new double[flat.length / width][width];
        for (int i = 0; i < flat.length; i++) {
            rows[i / width][i % width] = flat[i];
        }
        return rows;
    }
}
