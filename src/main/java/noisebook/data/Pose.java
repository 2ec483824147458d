package noisebook.data;

/**
 * How an animal stands in a picture. Its own coordinates have their origin between its feet, u towards where it looks and v downwards; a unit is about a pixel.
 */
final class Pose {
    private final double x;
    private final double y;
    private final double scale;
    private final double tilt;
    private final double cos;
    private final double sin;
    private final boolean mirrored;

    private Pose(double x, double y, double scale, double tilt, boolean mirrored) {
        this.x = x;
        this.y = y;
        this.scale = scale;
        this.tilt = tilt;
        this.cos = scale * StrictMath.cos(tilt);
        this.sin = scale * StrictMath.sin(tilt);
        this.mirrored = mirrored;
    }

    /** One on the ground between two heights. */
    static Pose between(double highest, double lowest, Dice dice) {
        double scale = dice.uniform(.88, 1.08);
        double tilt = dice.uniform(-.1, .1);
        return new Pose(dice.uniform(13, 19), dice.uniform(highest, lowest), scale, tilt, dice.chance(.5));
    }

    /** Of its feet, in pixels. */
    double x() {
        return x;
    }

    /** Of its feet, in pixels. */
    double y() {
        return y;
    }

    /** Pixels a unit. */
    double scale() {
        return scale;
    }

    Convex ellipse(double u, double v, double ru, double rv, double angle) {
        return Convex.ellipse(x(u, v), y(u, v), scale * ru, scale * rv, tilt + (mirrored ? -angle : angle));
    }

    Convex ellipse(double u, double v, double ru, double rv) {
        return ellipse(u, v, ru, rv, 0);
    }

    Convex limb(double u0, double v0, double r0, double u1, double v1, double r1) {
        return Convex.limb(x(u0, v0), y(u0, v0), scale * r0, x(u1, v1), y(u1, v1), scale * r1);
    }

    Convex polygon(double... corners) {
        double[] moved = new double[corners.length];
        for (int k = 0; k < corners.length; k += 2) {
            moved[k] = x(corners[k], corners[k + 1]);
            moved[k + 1] = y(corners[k], corners[k + 1]);
        }
        return Convex.polygon(moved);
    }

    /** A limb that bends: a quadratic Bézier curve from the first point towards the second to the third. */
    Convex[] bend(double u0, double v0, double r0, double u1, double v1, double u2, double v2, double r2) {
        Convex[] pieces = new Convex[6];
        double u = u0;
        double v = v0;
        double r = r0;
        for (int k = 1; k <= pieces.length; k++) {
            double t = k / (double) pieces.length;
            double nextU = (1 - t) * (1 - t) * u0 + 2 * t * (1 - t) * u1 + t * t * u2;
            double nextV = (1 - t) * (1 - t) * v0 + 2 * t * (1 - t) * v1 + t * t * v2;
            double nextR = r0 + t * (r2 - r0);
            pieces[k - 1] = limb(u, v, r, nextU, nextV, nextR);
            u = nextU;
            v = nextV;
            r = nextR;
        }
        return pieces;
    }

    private double x(double u, double v) {
        return x + cos * (mirrored ? -u : u) - sin * v;
    }

    private double y(double u, double v) {
        return y + sin * (mirrored ? -u : u) + cos * v;
    }
}
