package noisebook.data;

import java.util.List;
import noisebook.data.DigitSkeletons.Point;

/** A handwritten line as a chain of points; a pen lift is a jump between two chains. */
final class PenPath {
    private static final int STEPS = 7;
    private static final int MOST_POINTS = 256;

    /** Coordinates of the points, y downwards. */
    final double[] x = new double[MOST_POINTS];

    final double[] y = new double[MOST_POINTS];
    /** Whether a segment runs from point k − 1 to point k. */
    final boolean[] drawn = new boolean[MOST_POINTS];

    private int size;

    private PenPath() {}

    /** The smooth line through a skeleton whose points are each moved a little. */
    static PenPath of(List<List<Point>> skeleton, double unsteadiness, Dice dice) {
        PenPath path = new PenPath();
        for (List<Point> stroke : skeleton) {
            path.add(stroke, unsteadiness, dice);
        }
        return path;
    }

    private void add(List<Point> stroke, double unsteadiness, Dice dice) {
        int n = stroke.size();
        double[] px = new double[n];
        double[] py = new double[n];
        for (int k = 0; k < n; k++) {
            px[k] = stroke.get(k).x() + dice.bell(unsteadiness);
            py[k] = stroke.get(k).y() + dice.bell(unsteadiness);
        }
        add(px[0], py[0], false);
        for (int k = 1; k < n; k++) {
            int before = k == 1 || stroke.get(k - 1).corner() ? k - 1 : k - 2;
            int after = k == n - 1 || stroke.get(k).corner() ? k : k + 1;
            curve(px, py, before, k, after);
        }
    }

    int size() {
        return size;
    }

    /** Catmull–Rom from point k − 1 to k; at an end or a corner the neighbour is the point itself. */
    private void curve(double[] px, double[] py, int before, int k, int after) {
        for (int step = 1; step <= STEPS; step++) {
            double t = step / (double) STEPS;
            add(
                    catmullRom(px[before], px[k - 1], px[k], px[after], t),
                    catmullRom(py[before], py[k - 1], py[k], py[after], t),
                    true);
        }
    }

    private static double catmullRom(double p0, double p1, double p2, double p3, double t) {
        double linear = p2 - p0;
        double square = 2 * p0 - 5 * p1 + 4 * p2 - p3;
        double cube = 3 * (p1 - p2) + p3 - p0;
        return p1 + .5 * t * (linear + t * (square + t * cube));
    }

    private void add(double px, double py, boolean segment) {
        x[size] = px;
        y[size] = py;
        drawn[size++] = segment;
    }

    /** Bends the paper: two slow waves push the points about, by some {@code amplitude}. */
    void warp(double amplitude, Dice dice) {
        for (int wave = 0; wave < 2; wave++) {
            double fx = dice.uniform(-1, 1);
            double fy = dice.uniform(-1, 1);
            double phase = dice.uniform(0, 1);
            double ax = dice.bell(amplitude);
            double ay = dice.bell(amplitude);
            for (int k = 0; k < size; k++) {
                double push = StrictMath.sin(2 * Math.PI * (fx * x[k] + fy * y[k] + phase));
                x[k] += ax * push;
                y[k] += ay * push;
            }
        }
    }

    /** Maps every point p to A·p, A = (a, b; c, d). */
    void transform(double a, double b, double c, double d) {
        for (int k = 0; k < size; k++) {
            double old = x[k];
            x[k] = a * old + b * y[k];
            y[k] = c * old + d * y[k];
        }
    }

    /** Scales the longer side of the bounding box to {@code side} and moves the centre of the line to (cx, cy). */
    void fit(double side, double cx, double cy) {
        double scale = side / Math.max(extent(x), extent(y));
        double length = 0;
        double sumX = 0;
        double sumY = 0;
        for (int k = 1; k < size; k++) {
            if (drawn[k]) {
                double part = Math.sqrt(square(x[k] - x[k - 1]) + square(y[k] - y[k - 1]));
                length += part;
                sumX += part * (x[k] + x[k - 1]) / 2;
                sumY += part * (y[k] + y[k - 1]) / 2;
            }
        }
        for (int k = 0; k < size; k++) {
            x[k] = cx + scale * (x[k] - sumX / length);
            y[k] = cy + scale * (y[k] - sumY / length);
        }
    }

    private double extent(double[] values) {
        double low = values[0];
        double high = values[0];
        for (int k = 1; k < size; k++) {
            low = Math.min(low, values[k]);
            high = Math.max(high, values[k]);
        }
        return high - low;
    }

    private static double square(double v) {
        return v * v;
    }
}
