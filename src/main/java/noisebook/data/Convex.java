package noisebook.data;

/**
 * A convex region of the plane, y downwards: a horizontal line crosses it in one interval. That is all a {@link SceneRaster} asks of it, so that a shape costs
 * some operations a row, however large it is.
 */
sealed interface Convex {
    /** Above this y there is nothing of it. */
    double top();

    /** Below this y there is nothing of it. */
    double bottom();

    /** Where the line at y enters it; +∞ if it does not. */
    double left(double y);

    /** Where the line at y leaves it; −∞ if it does not cross it. */
    double right(double y);

    /** The same with its border moved outwards. */
    Convex grown(double by);

    static Convex disc(double x, double y, double radius) {
        return ellipse(x, y, radius, radius, 0);
    }

    static Convex ellipse(double x, double y, double rx, double ry, double angle) {
        return new Ellipse(x, y, rx, ry, StrictMath.cos(angle), StrictMath.sin(angle));
    }

    static Convex box(double left, double top, double right, double bottom) {
        return polygon(left, top, right, top, right, bottom, left, bottom);
    }

    /** Corners x, y, x, y … in either direction. */
    static Convex polygon(double... corners) {
        return new Polygon(corners, 0);
    }

    /** What two discs span: a limb that may grow thinner. */
    static Convex limb(double x0, double y0, double r0, double x1, double y1, double r1) {
        return new Limb(x0, y0, r0, x1, y1, r1);
    }

    /** An ellipse whose first radius is turned by an angle: A X² + 2B XY + C Y² ≤ 1 around its centre. */
    final class Ellipse implements Convex {
        private final double x;
        private final double y;
        private final double rx;
        private final double ry;
        private final double cos;
        private final double sin;
        private final double a;
        private final double b;
        private final double c;
        private final double reach;

        private Ellipse(double x, double y, double rx, double ry, double cos, double sin) {
            this.x = x;
            this.y = y;
            this.rx = rx;
            this.ry = ry;
            this.cos = cos;
            this.sin = sin;
            double u = 1 / (rx * rx);
            double v = 1 / (ry * ry);
            a = cos * cos * u + sin * sin * v;
            b = cos * sin * (u - v);
            c = sin * sin * u + cos * cos * v;
            reach = Math.sqrt(sin * sin * rx * rx + cos * cos * ry * ry);
        }

        @Override
        public double top() {
            return y - reach;
        }

        @Override
        public double bottom() {
            return y + reach;
        }

        @Override
        public double left(double at) {
            double half = half(at - y);
            return half >= 0 ? x - b / a * (at - y) - half : Double.POSITIVE_INFINITY;
        }

        @Override
        public double right(double at) {
            double half = half(at - y);
            return half >= 0 ? x - b / a * (at - y) + half : Double.NEGATIVE_INFINITY;
        }

        /** Half the length of the chord, or −1. */
        private double half(double dy) {
            double root = b * b * dy * dy - a * (c * dy * dy - 1);
            return root >= 0 ? Math.sqrt(root) / a : -1;
        }

        @Override
        public Convex grown(double by) {
            return new Ellipse(x, y, rx + by, ry + by, cos, sin);
        }
    }

    /** What lies within all of its sides, moved outwards: n_x x + n_y y ≤ limit with a unit normal. */
    final class Polygon implements Convex {
        private static final double SHARPEST =
                3; // a corner moves outwards by at most so many times as much as its sides

        private final double[] corners;
        private final double[] nx;
        private final double[] ny;
        private final double[] limit;
        private final double top;
        private final double bottom;

        private Polygon(double[] corners, double grown) {
            this.corners = corners;
            int n = corners.length / 2;
            nx = new double[n];
            ny = new double[n];
            limit = new double[n];
            double direction = Math.signum(area(corners));
            double highest = Double.POSITIVE_INFINITY;
            double lowest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < n; k++) {
                double px = corners[2 * k];
                double py = corners[2 * k + 1];
                double dx = corners[(2 * k + 2) % (2 * n)] - px;
                double dy = corners[(2 * k + 3) % (2 * n)] - py;
                double length = direction * Math.sqrt(dx * dx + dy * dy);
                nx[k] = dy / length;
                ny[k] = -dx / length;
                limit[k] = nx[k] * px + ny[k] * py + grown;
                highest = Math.min(highest, py);
                lowest = Math.max(lowest, py);
            }
            top = highest - SHARPEST * grown;
            bottom = lowest + SHARPEST * grown;
        }

        private static double area(double[] p) {
            double sum = 0;
            for (int k = 0; k < p.length; k += 2) {
                int next = (k + 2) % p.length;
                sum += p[k] * p[next + 1] - p[next] * p[k + 1];
            }
            return sum;
        }

        @Override
        public double top() {
            return top;
        }

        @Override
        public double bottom() {
            return bottom;
        }

        @Override
        public double left(double y) {
            double left = bound(y, -1);
            return left <= bound(y, 1) ? left : Double.POSITIVE_INFINITY;
        }

        @Override
        public double right(double y) {
            double right = bound(y, 1);
            return right >= bound(y, -1) ? right : Double.NEGATIVE_INFINITY;
        }

        /** The tightest bound on x of the sides that face right (side 1) or left (−1). */
        private double bound(double y, int side) {
            double bound = Double.POSITIVE_INFINITY;
            for (int k = 0; k < nx.length; k++) {
                double room = limit[k] - ny[k] * y;
                if (side * nx[k] > 1e-9) {
                    bound = Math.min(bound, side * room / nx[k]);
                } else if (Math.abs(nx[k]) <= 1e-9 && room < 0) {
                    return side * Double.NEGATIVE_INFINITY; // above or below it
                }
            }
            return side * bound;
        }

        @Override
        public Convex grown(double by) {
            return new Polygon(corners, by);
        }
    }

    /** Two discs and the quadrangle between the lines that touch both. */
    final class Limb implements Convex {
        private final double x0;
        private final double y0;
        private final double r0;
        private final double x1;
        private final double y1;
        private final double r1;
        private final Convex[] parts;

        private Limb(double x0, double y0, double r0, double x1, double y1, double r1) {
            this.x0 = x0;
            this.y0 = y0;
            this.r0 = r0;
            this.x1 = x1;
            this.y1 = y1;
            this.r1 = r1;
            double dx = x1 - x0;
            double dy = y1 - y0;
            double squared = dx * dx + dy * dy;
            double along = (r0 - r1) / squared;
            double across = Math.sqrt(Math.max(0, 1 / squared - along * along));
            double ux = along * dx - across * dy; // unit vectors from the centres to where the lines touch
            double uy = along * dy + across * dx;
            double vx = along * dx + across * dy;
            double vy = along * dy - across * dx;
            Convex between = polygon(
                    x0 + r0 * ux,
                    y0 + r0 * uy,
                    x1 + r1 * ux,
                    y1 + r1 * uy,
                    x1 + r1 * vx,
                    y1 + r1 * vy,
                    x0 + r0 * vx,
                    y0 + r0 * vy);
            parts = new Convex[] {disc(x0, y0, r0), disc(x1, y1, r1), between};
        }

        @Override
        public double top() {
            return Math.min(y0 - r0, y1 - r1);
        }

        @Override
        public double bottom() {
            return Math.max(y0 + r0, y1 + r1);
        }

        @Override
        public double left(double y) {
            return Math.min(parts[0].left(y), Math.min(parts[1].left(y), parts[2].left(y)));
        }

        @Override
        public double right(double y) {
            return Math.max(parts[0].right(y), Math.max(parts[1].right(y), parts[2].right(y)));
        }

        @Override
        public Convex grown(double by) {
            return limb(x0, y0, r0 + by, x1, y1, r1 + by);
        }
    }
}
