package noisebook.data;

import java.util.function.DoubleUnaryOperator;
import noisebook.data.SceneRaster.Paint;

/** Draws what is behind an animal: one of five places, with what the captions do not speak of. */
final class PlacePainter {
    private static final Convex SHEET = Convex.box(0, 0, SceneRaster.SIDE, SceneRaster.SIDE);
    private static final double SIDE = SceneRaster.SIDE;

    private final SceneRaster raster;
    private final Dice dice;
    private final double horizon;

    PlacePainter(SceneRaster raster, Dice dice) {
        this.raster = raster;
        this.dice = dice;
        horizon = dice.uniform(16.5, 20);
    }

    void draw(Place place) {
        switch (place) {
            case GRASS -> grass();
            case SNOW -> snow();
            case NIGHT -> night();
            case SEA -> sea();
            case SOFA -> sofa();
        }
    }

    private void grass() {
        sky(near(0x7cc0f4), 0xd8f0fc, horizon);
        sun();
        clouds(dice.below(3));
        raster.paintBelow(hills(horizon - 1.2, 1.3), y -> 0xa4d8a0);
        if (dice.chance(.5)) {
            tree();
        }
        raster.paintBelow(hills(horizon, 1), Paint.gradient(near(0x8ccc58), 0x4c983a, horizon, SIDE));
        blades(9, 0x468c34);
        for (int k = dice.below(4) + 2; k > 0; k--) {
            double x = dice.uniform(1, 31);
            double y = dice.uniform(horizon + 3, 31);
            disc(x, y, .95, dice.pick(0xf04654, 0xffd640, 0xb26adc, 0xffffff));
            disc(x, y, .4, 0xfab428);
        }
    }

    private void tree() {
        double x = dice.uniform(2, 30);
        double crown = horizon - dice.uniform(5, 8);
        int leaves = near(0x4a9448);
        raster.paint(Convex.limb(x, crown, .6, x, horizon + 2, .9), 0x765034);
        disc(x - 1.6, crown + 1, 2.3, Rgb.mix(leaves, Rgb.BLACK, .15));
        disc(x + 1.7, crown + .8, 2.2, Rgb.mix(leaves, Rgb.BLACK, .15));
        disc(x, crown - .6, 2.8, leaves);
    }

    private void snow() {
        sky(near(0x7c9cd0), 0xd4e0f0, horizon);
        raster.paintBelow(hills(horizon - 2, 1.6), y -> 0xbecee8);
        for (int k = dice.below(2) + 1; k > 0; k--) {
            fir(dice.uniform(2, 30), horizon + 2, dice.uniform(.8, 1.15));
        }
        raster.paintBelow(hills(horizon, 1.2), Paint.gradient(near(0xf4f9fe), 0xc8d6ee, horizon, SIDE));
        for (int k = dice.below(8) + 8; k > 0; k--) {
            disc(dice.uniform(0, 32), dice.uniform(0, 31), .5, 0xffffff);
        }
    }

    private void fir(double x, double foot, double size) {
        raster.paint(Convex.box(x - .6, foot - 2, x + .6, foot), 0x604636);
        for (int k = 0; k < 3; k++) {
            double wide = (4 - .85 * k) * size;
            double low = foot - (2 + 2.7 * k) * size;
            double tip = low - 4.4 * size;
            raster.paint(Convex.polygon(x - wide, low, x + wide, low, x, tip), 0x387060);
            raster.paint(
                    Convex.polygon(x - .45 * wide, tip + 1.95 * size, x + .45 * wide, tip + 1.95 * size, x, tip),
                    0xf0f6fc);
        }
    }

    private void night() {
        Paint sky = Paint.gradient(near(0x181c4e), 0x4c5298, 0, horizon);
        raster.paint(SHEET, sky);
        for (int k = dice.below(7) + 8; k > 0; k--) {
            disc(dice.uniform(0, 32), dice.uniform(0, horizon - 1), dice.uniform(.25, .5), 0xfff6c8);
        }
        double x = corner(4, 8);
        double y = dice.uniform(4.2, 6.5);
        raster.glaze(Convex.disc(x, y, 4.6), 0xfdf0b4, .16);
        disc(x, y, 3.1, 0xfdf0b4);
        if (dice.chance(.6)) {
            raster.paint(Convex.disc(x + 1.7, y - .8, 2.7), sky);
        }
        raster.paintBelow(hills(horizon - 1.2, 1.6), y2 -> 0x3c4a80);
        if (dice.chance(.6)) {
            house(dice.uniform(3, 29), horizon + 1.5);
        }
        raster.paintBelow(hills(horizon, 1.3), Paint.gradient(near(0x427070), 0x244250, horizon, SIDE));
        blades(7, 0x285050);
    }

    private void house(double x, double foot) {
        raster.paint(Convex.box(x - 2.6, foot - 4.2, x + 2.6, foot), 0x3a2e48);
        raster.paint(Convex.polygon(x - 3.4, foot - 4.2, x + 3.4, foot - 4.2, x, foot - 7.4), 0x583446);
        raster.paint(Convex.box(x - .9, foot - 3.2, x + .9, foot - 1.4), 0xffd660);
    }

    private void sea() {
        double far = horizon - 5;
        sky(near(0x96d0f4), 0xecf4f6, far);
        sun();
        clouds(dice.below(2));
        raster.paint(Convex.box(0, far, SIDE, SIDE), Paint.gradient(near(0x1e68ba), 0x58c0d8, far, horizon + 2.5));
        if (dice.chance(.75)) {
            boat(dice.uniform(4, 28), horizon - 3.6, dice.chance(.5) ? 1 : -1);
        }
        for (int k = 0; k < 5; k++) {
            double x = dice.uniform(0, 30);
            double y = dice.uniform(horizon - 2.8, horizon + 1);
            raster.paint(Convex.limb(x, y, .26, x + dice.uniform(1.2, 2.6), y, .26), 0xe2f4fa);
        }
        DoubleUnaryOperator shore = wave(horizon + 2.6, .6, .45);
        raster.paintBelow(x -> shore.applyAsDouble(x) - .9, y -> 0xf2fafc);
        raster.paintBelow(shore, Paint.gradient(near(0xf6de9e), 0xe2be78, horizon, SIDE));
        for (int k = dice.below(3) + 2; k > 0; k--) {
            raster.paint(
                    Convex.ellipse(dice.uniform(1, 31), dice.uniform(horizon + 5, 31.3), .9, .6, 0),
                    dice.pick(0xec786e, 0xfaf0e2, 0xbe8c60));
        }
    }

    private void boat(double x, double y, int heading) {
        int sail = dice.pick(0xfafafa, 0xe24842, 0xffce50);
        raster.paint(Convex.polygon(x, y - 1.2, x, y - 7, x + 4 * heading, y - 1.2), sail);
        raster.paint(
                Convex.polygon(x - .5 * heading, y - 1.4, x - .5 * heading, y - 5.8, x - 2.4 * heading, y - 1.4),
                Rgb.mix(sail, Rgb.BLACK, .14));
        raster.paint(Convex.polygon(x - 3.2, y - .9, x + 3.6, y - .9, x + 2.2, y + 1, x - 2.2, y + 1), 0x784630);
    }

    private void sofa() {
        int wall = near(dice.pick(0xfcecc8, 0xcee8d6, 0xded6f0, 0xcce2f4));
        raster.paint(SHEET, wall);
        double every = dice.uniform(3.4, 5);
        for (double x = dice.uniform(-every, 0); x < SIDE; x += every) {
            raster.paint(Convex.box(x, 0, x + .9, SIDE), Rgb.mix(wall, Rgb.BLACK, .07));
        }
        if (dice.chance(.5)) {
            window(dice.uniform(3, 21), dice.uniform(1, 2.2));
        } else {
            picture(dice.uniform(3, 21), dice.uniform(1.4, 2.4));
        }
        raster.paint(Convex.box(0, 28.4, SIDE, SIDE), 0x96704e);
        int cover = near(dice.pick(0xc43a42, 0x288282, 0x7c5cac, 0x345ca0, 0xcea032));
        int seam = Rgb.mix(cover, Rgb.BLACK, .38);
        int seat = Rgb.mix(cover, Rgb.WHITE, .16);
        double back = dice.uniform(12.5, 14.5);
        raster.paint(Convex.limb(5.5, back + 2.6, 2.6, 26.5, back + 2.6, 2.6), seam);
        raster.paint(Convex.box(2.9, back + 2.6, 29.1, 29), seam);
        raster.paint(Convex.limb(5.6, back + 2.7, 2.1, 26.4, back + 2.7, 2.1), cover);
        raster.paint(
                Convex.box(3.5, back + 2.7, 28.5, 28),
                Paint.gradient(cover, Rgb.mix(cover, Rgb.BLACK, .2), back + 3, 25));
        raster.paint(Convex.box(15.75, back + 1, 16.25, 24), seam);
        raster.paint(Convex.box(1.5, 24, 30.5, 29.6), seam);
        raster.paint(Convex.box(2, 24.5, 30, 29.1), seat);
        for (double x : new double[] {2.6, 29.4}) {
            raster.paint(Convex.limb(x, 20.5, 2.5, x, 28.5, 2.5), seam);
            raster.paint(Convex.limb(x, 20.5, 1.9, x, 28.5, 1.9), seat);
        }
    }

    private void window(double x, double y) {
        raster.paint(Convex.box(x, y, x + 8, y + 7.4), 0x966842);
        raster.paint(Convex.box(x + .8, y + .8, x + 7.2, y + 6.6), 0x96d0f4);
        raster.paint(Convex.box(x + 3.65, y, x + 4.35, y + 7.4), 0x966842);
    }

    private void picture(double x, double y) {
        raster.paint(Convex.box(x, y, x + 6.4, y + 5), 0xc4964c);
        raster.paint(Convex.box(x + .8, y + .8, x + 5.6, y + 4.2), 0xf4f0e2);
        raster.paint(Convex.ellipse(x + 3.2, y + 2.7, 1.5, 1.2, 0), dice.pick(0xe25a5a, 0x5aa06e, 0x5a78c8));
    }

    private void sky(int upper, int lower, double bottom) {
        raster.paint(SHEET, Paint.gradient(upper, lower, 0, bottom));
    }

    private void sun() {
        if (dice.chance(.7)) {
            double x = corner(3, 7);
            double y = dice.uniform(3.5, 6.5);
            raster.glaze(Convex.disc(x, y, 4.4), 0xfff2b0, .4);
            disc(x, y, 3, 0xffde5c);
        }
    }

    private void clouds(int count) {
        for (int k = 0; k < count; k++) {
            double x = dice.uniform(2, 30);
            double y = dice.uniform(2.5, 8);
            for (double side : new double[] {-2.2, 2.3, 0}) {
                double r = side == 0 ? 1.9 : 1.35;
                raster.paint(Convex.ellipse(x + side, y + (side == 0 ? 0 : .4), r + .6, r, 0), 0xfafcff);
            }
        }
    }

    private void blades(int count, int colour) {
        for (int k = 0; k < count; k++) {
            double x = dice.uniform(0, 32);
            double y = dice.uniform(horizon + 3, 31.5);
            raster.paint(Convex.limb(x, y, .3, x + dice.uniform(-.8, .8), y - dice.uniform(1, 2), .2), colour);
        }
    }

    private DoubleUnaryOperator hills(double height, double amplitude) {
        return wave(height, amplitude, dice.uniform(.12, .25));
    }

    private DoubleUnaryOperator wave(double height, double amplitude, double frequency) {
        double phase = dice.uniform(0, 6.28);
        return x -> height + amplitude * StrictMath.sin(frequency * x + phase);
    }

    /** So far from the left or from the right. */
    private double corner(double least, double most) {
        double x = dice.uniform(least, most);
        return dice.chance(.5) ? x : SIDE - x;
    }

    private void disc(double x, double y, double radius, int colour) {
        raster.paint(Convex.disc(x, y, radius), colour);
    }

    private int near(int colour) {
        return Rgb.near(colour, 6, dice);
    }
}
