package noisebook.plot;

/**
 * An axis-aligned rectangle in data coordinates.
 *
 * @param xLow least x
 * @param xHigh greatest x
 * @param yLow least y
 * @param yHigh greatest y
 */
record Extent(double xLow, double xHigh, double yLow, double yHigh) {
    /** Constrains no axis. */
    static final Extent NONE = new Extent(
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    static Extent of(double[] x, double[] y) {
        Extent extent = NONE;
        for (int i = 0; i < x.length; i++) {
            extent = extent.and(new Extent(x[i], x[i], y[i], y[i]));
        }
        return extent;
    }

    static Extent ofY(double low, double high) {
        return new Extent(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, low, high);
    }

    /** This with its shorter side widened to at least a share of the longer one, about its middle. */
    Extent atLeastAsSquareAs(double share) {
        double width = Math.max(xHigh - xLow, share * (yHigh - yLow));
        double height = Math.max(yHigh - yLow, share * (xHigh - xLow));
        double x = (xLow + xHigh - width) / 2;
        double y = (yLow + yHigh - height) / 2;
        return new Extent(x, x + width, y, y + height);
    }

    Extent and(Extent other) {
        return new Extent(
                Math.min(xLow, other.xLow),
                Math.max(xHigh, other.xHigh),
                Math.min(yLow, other.yLow),
                Math.max(yHigh, other.yHigh));
    }
}
