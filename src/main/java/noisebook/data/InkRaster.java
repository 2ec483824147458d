package noisebook.data;

import java.util.Arrays;

/**
 * Turns a pen path into grey pixels: a pixel is as dark as its centre is deep inside the nearest part of the line, with a
 * linear edge. Pixel (row, column) has its centre at y = row, x = column.
 */
final class InkRaster {
    private final int side;
    private final double[] depth;
    private final double[] ink;

    InkRaster(int side) {
        this.side = side;
        this.depth = new double[side * side];
        this.ink = new double[side * side];
    }

    /**
     * Draws one path on a blank sheet and moves it by whole pixels until its centre of mass is at the centre, up to half a pixel.
     *
     * @param path in pixel coordinates
     * @param radius half the line's width in pixels at its first and at its last point
     * @param edge width in pixels over which the ink fades out
     * @param blur share of each pixel's ink that goes to its four neighbours
     * @param pixels where the image goes, 0 to 255
     * @param offset of its first pixel
     */
    void draw(PenPath path, double[] radius, double edge, double blur, byte[] pixels, int offset) {
        Arrays.fill(depth, -edge);
        for (int k = 1; k < path.size(); k++) {
            if (path.drawn[k]) {
                double r = radius[0] + (radius[1] - radius[0]) * k / path.size();
                segment(path.x[k - 1], path.y[k - 1], path.x[k], path.y[k], r, edge);
            }
        }
        for (int p = 0; p < depth.length; p++) {
            ink[p] = Math.max(0, Math.min(1, depth[p] / edge + .5));
        }
        int down = (int) Math.rint(side / 2.0 - centre(true));
        int right = (int) Math.rint(side / 2.0 - centre(false));
        for (int row = Math.max(0, down); row < Math.min(side, side + down); row++) {
            for (int column = Math.max(0, right); column < Math.min(side, side + right); column++) {
                double value = blurred((row - down) * side + column - right, blur);
                pixels[offset + row * side + column] = (byte) Math.round(255 * value);
            }
        }
    }

    /** The ink's mean row or mean column. */
    private double centre(boolean rows) {
        double mass = 0;
        double moment = 0;
        for (int p = 0; p < ink.length; p++) {
            mass += ink[p];
            moment += ink[p] * (rows ? p / side : p % side);
        }
        return moment / mass;
    }

    private void segment(double x0, double y0, double x1, double y1, double radius, double edge) {
        double reach = radius + edge / 2;
        double dx = x1 - x0;
        double dy = y1 - y0;
        double inverse = 1 / Math.max(1e-12, dx * dx + dy * dy);
        int lastRow = last(Math.max(y0, y1) + reach);
        int lastColumn = last(Math.max(x0, x1) + reach);
        for (int row = first(Math.min(y0, y1) - reach); row <= lastRow; row++) {
            for (int column = first(Math.min(x0, x1) - reach); column <= lastColumn; column++) {
                double t = Math.max(0, Math.min(1, ((column - x0) * dx + (row - y0) * dy) * inverse));
                double ex = column - x0 - t * dx;
                double ey = row - y0 - t * dy;
                int p = row * side + column;
                depth[p] = Math.max(depth[p], radius - Math.sqrt(ex * ex + ey * ey));
            }
        }
    }

    private int first(double coordinate) {
        return Math.max(0, (int) Math.ceil(coordinate));
    }

    private int last(double coordinate) {
        return Math.min(side - 1, (int) Math.floor(coordinate));
    }

    private double blurred(int p, double blur) {
        int row = p / side;
        int column = p % side;
        double around = (row > 0 ? ink[p - side] : 0)
                + (row < side - 1 ? ink[p + side] : 0)
                + (column > 0 ? ink[p - 1] : 0)
                + (column < side - 1 ? ink[p + 1] : 0);
        return (1 - blur) * ink[p] + blur / 4 * around;
    }
}
