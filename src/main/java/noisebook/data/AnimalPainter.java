package noisebook.data;

import noisebook.data.SceneRaster.Paint;

/** Draws one animal in its own coordinates, part by part from the back to the front; a group of parts has one line around it. */
final class AnimalPainter {
    private static final double LINE = .62; // pixels
    private static final int EYE = 0x16141a;
    private static final int BLUSH = 0xfa788c;
    private static final int INNER_EAR = 0xf4a2aa;
    private static final int BEAK = 0xf09424;

    private final SceneRaster raster;
    private final Pose pose;
    private final Dice dice;
    private final int line;
    private final Paint fur;
    private final int dark;
    private final int light;
    private final int pale;
    private final int muzzle;
    private final boolean dusky;

    AnimalPainter(SceneRaster raster, Pose pose, int colour, int line, Dice dice) {
        this.raster = raster;
        this.pose = pose;
        this.dice = dice;
        this.line = line;
        fur = Paint.gradient(
                Rgb.mix(colour, Rgb.WHITE, .08), Rgb.mix(colour, line, .1), pose.y() - 19 * pose.scale(), pose.y());
        dark = Rgb.mix(colour, line, .27);
        light = Rgb.mix(colour, Rgb.WHITE, .45);
        pale = Rgb.mix(colour, Rgb.WHITE, .28);
        dusky = Rgb.green(colour) < 110;
        muzzle = dusky ? pale : light;
    }

    void draw(Animal animal) {
        switch (animal) {
            case CAT -> cat();
            case DOG -> dog();
            case RABBIT -> rabbit();
            case BIRD -> bird();
        }
    }

    private void cat() {
        double sway = dice.uniform(-1, 1);
        group(fur, pose.bend(-3.4, -1.8, 1.5, -11, -1.2 + .6 * sway, -8.8 + 1.2 * sway, -10.6, 1.05));
        group(
                fur,
                pose.ellipse(-.4, -5.7, 4.9, 5.8),
                pose.ellipse(-2.5, -3.1, 3.9, 3.2),
                pose.limb(1.1, -5, 1.3, 1.2, -1.2, 1.35),
                pose.limb(3.8, -5, 1.3, 4.1, -1.2, 1.35));
        dab(light, pose.ellipse(2.4, -7, 1.9, 2.4));
        dab(dark, pose.limb(2.6, -3.6, .2, 2.7, -.6, .3));
        group(fur, pose.polygon(-4, -15, -4.4, -21.2, .9, -17.6), pose.polygon(2.2, -17.6, 7.4, -21.2, 7, -15));
        group(fur, pose.ellipse(1.5, -13.5, 6, 4.9));
        dab(INNER_EAR, pose.polygon(-3.2, -16.4, -3.5, -19.5, -.7, -17.6));
        dab(INNER_EAR, pose.polygon(3.7, -17.6, 6.5, -19.5, 6.2, -16.4));
        if (dice.chance(.35)) {
            for (int k = -1; k <= 1; k++) {
                dab(dark, pose.limb(1.5 + 1.4 * k, -18, .4, 1.5 + .9 * k, -16.3, .3));
                dab(dark, pose.limb(-5.1, -5.6 + 2 * k, .45, -3, -5.2 + 2 * k, .3));
            }
        }
        int iris = dice.pick(0x78c85a, 0xf0cc46, 0x5ab4e6);
        slitEye(-1.1, -14, iris);
        slitEye(4.1, -14, iris);
        dab(muzzle, pose.ellipse(1.5, -11.2, 2.3, 1.5));
        dab(0xe26878, pose.polygon(.6, -12.2, 2.4, -12.2, 1.5, -11.1));
        for (int k = 0; k < 2; k++) {
            dab(light, pose.limb(-2.4, -11.8 + k, .2, -6.8, -12.5 + 2 * k, .16));
            dab(light, pose.limb(5.4, -11.8 + k, .2, 9.8, -12.5 + 2 * k, .16));
        }
    }

    private void dog() {
        double wag = dice.uniform(-1, 1);
        group(fur, pose.limb(-7, -8.6, 1.35, -10.4 + .6 * wag, -13.8 + 1.5 * wag, .95));
        group(y -> dark, pose.limb(-5, -5, 1.5, -4.9, -1.2, 1.25), pose.limb(3, -5, 1.4, 3.3, -1.2, 1.25));
        group(
                fur,
                pose.limb(-5.2, -7.7, 3.5, 2.6, -7.8, 3.6),
                pose.limb(2.6, -8.6, 3.1, 4.4, -13, 2.9),
                pose.limb(-7.1, -6.4, 1.9, -7.4, -1.2, 1.35),
                pose.limb(.9, -6, 1.7, .9, -1.2, 1.35));
        dab(pale, pose.limb(-4.4, -5.3, .8, .2, -5.4, .8));
        if (dice.chance(.4)) {
            dab(dark, pose.ellipse(-3.4, -9, 2.4, 1.6, .2));
        }
        int collar = dice.pick(0xd63438, 0x346ece, 0xfac83c);
        if (dice.chance(.75)) {
            dab(collar, pose.limb(1.3, -10.8, .75, 6.3, -9.6, .75));
        }
        group(fur, pose.ellipse(8.7, -13.1, 3.4, 2.3), pose.ellipse(4.8, -14.8, 4.7, 4.3));
        dab(light, pose.ellipse(9, -12.8, 2.9, 1.7));
        if (dice.chance(.5)) {
            dab(0xee6478, pose.limb(8.6, -11.2, .85, 8.8, -9.7, .8));
        }
        dab(EYE, pose.ellipse(11.5, -14, 1.3, 1.1));
        eye(6.4, -15.6, .95);
        group(y -> dark, pose.ellipse(1.8, -13.4, 1.9, 4, .22));
    }

    private void rabbit() {
        double spread = dice.uniform(-.12, .12);
        boolean bent = dice.chance(.25);
        group(y -> light, pose.ellipse(-5.9, -3.2, 2.1, 2.1));
        group(
                fur,
                pose.ellipse(-.6, -5.2, 5.3, 5.2),
                pose.ellipse(-2.6, -3, 3.7, 3),
                pose.ellipse(-1.2, -.9, 3.4, 1.1));
        group(fur, pose.ellipse(2.2, -1, 1.7, 1.15), pose.ellipse(4.3, -1, 1.5, 1.15));
        dab(light, pose.ellipse(2.6, -5.4, 2.1, 2.5));
        if (bent) {
            group(fur, pose.limb(-.6, -15, 1.5, -2.2, -19.4, 1.7), pose.limb(-2.2, -19.4, 1.7, -5.8, -17.4, 1.4));
        } else {
            group(fur, pose.ellipse(-1.3, -19, 1.8, 5.2, spread - .16));
            dab(INNER_EAR, pose.ellipse(-1.3, -18.8, .85, 3.8, spread - .16));
        }
        group(fur, pose.ellipse(4.1, -19, 1.8, 5.2, spread + .14));
        dab(INNER_EAR, pose.ellipse(4.1, -18.8, .85, 3.8, spread + .14));
        group(fur, pose.ellipse(1.5, -11.4, 5.2, 4.5));
        eye(-.9, -12.2, 1);
        eye(4.1, -12.2, 1);
        dab(muzzle, pose.ellipse(1.6, -9.7, 2.1, 1.4));
        dab(0xe26074, pose.ellipse(1.6, -10.6, .9, .65));
        dab(Rgb.WHITE, pose.polygon(1.1, -9.5, 2.1, -9.5, 2.1, -8.2, 1.1, -8.2));
        blush(-2.2, -9.9, 1, .75);
        blush(5.3, -9.9, 1, .75);
    }

    private void bird() {
        double lift = dice.uniform(-.3, .25);
        for (double x : new double[] {-.9, 2}) {
            dab(BEAK, pose.limb(x, -4, .5, x, -.5, .5));
            dab(BEAK, pose.limb(x, -.5, .45, x + 1.6, -.4, .4));
        }
        group(y -> dark, pose.polygon(-3.8, -9.8, -10.6, -13.4, -11.6, -9.4, -4.4, -5.8));
        group(y -> BEAK, pose.polygon(6.9, -15.4, 11.6, -13.3, 6.9, -11.7));
        if (dice.chance(.5)) {
            group(fur, pose.limb(4, -16.5, 1.3, .6, -19.6, .5), pose.limb(4.6, -16.8, 1.2, 2.6, -20.6, .5));
        }
        group(fur, pose.ellipse(-.4, -8, 6.1, 5.2, .2), pose.ellipse(4, -13.6, 4.4, 4.2));
        dab(light, pose.ellipse(1.9, -6.6, 3.1, 3));
        group(y -> dark, pose.ellipse(-2.6, -8.6, 4.3, 2.6, lift - .1));
        dab(line, pose.limb(-4.8, -8, .3, -1.6, -7.8, .3));
        eye(5.2, -14.3, 1.05);
        blush(3.9, -11.9, .95, .75);
    }

    /** Puts a red hat with a white brim on the animal that was drawn. */
    void hat(Animal animal) {
        double[] crown = switch (animal) {
            case CAT -> new double[] {1.5, -17.4};
            case DOG -> new double[] {4.4, -18.5};
            case RABBIT -> new double[] {1.4, -15.2};
            case BIRD -> new double[] {3.7, -17.2};
        };
        double u = crown[0];
        double v = crown[1];
        Convex cone = pose.polygon(u - 3.5, v, u + 3.5, v, u + .4, v - 6.2);
        Convex brim = pose.limb(u - 3.5, v, 1.05, u + 3.5, v, 1.05);
        dab(0x6e0e18, cone.grown(LINE));
        dab(0xde2430, cone);
        dab(0x8a8694, brim.grown(LINE / 2));
        dab(0xfcfcfc, brim);
        dab(0xfcfcfc, pose.ellipse(u + .4, v - 6.3, 1.35, 1.35));
    }

    /** Parts with one line around all of them. */
    private void group(Paint paint, Convex... parts) {
        for (Convex part : parts) {
            raster.paint(part.grown(LINE), line);
        }
        for (Convex part : parts) {
            raster.paint(part, paint);
        }
    }

    private void dab(int colour, Convex shape) {
        raster.paint(shape, colour);
    }

    private void blush(double u, double v, double ru, double rv) {
        raster.glaze(pose.ellipse(u, v, ru, rv), BLUSH, dusky ? .35 : .5);
    }

    private void slitEye(double u, double v, int iris) {
        dab(line, pose.ellipse(u, v, 1.7, 1.85));
        dab(iris, pose.ellipse(u, v, 1.45, 1.6));
        dab(EYE, pose.ellipse(u + .15, v + .1, .65, 1.3));
        dab(Rgb.WHITE, pose.ellipse(u + .5, v - .6, .4, .4));
    }

    /** A black bead; dark fur shows the white around it. */
    private void eye(double u, double v, double size) {
        if (dusky) {
            dab(0xfcfcfa, pose.ellipse(u, v, 1.6 * size, 1.8 * size));
        }
        double wide = dusky ? .95 : 1.3;
        dab(EYE, pose.ellipse(u + .2, v + .1, wide * size, (wide + .25) * size));
        dab(Rgb.WHITE, pose.ellipse(u + .6, v - .5, .5 * size, .5 * size));
    }
}
