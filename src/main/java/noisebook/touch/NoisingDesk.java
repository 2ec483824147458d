package noisebook.touch;

import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.TreeMap;
import noisebook.math.Doubles;
import noisebook.math.NoiseSchedule;
import noisebook.math.NoiseSchedule.Kind;
import noisebook.math.Require;

/** A picture on its way into noise: one moves the time and chooses the schedule, and sees the picture, its histogram and what is left of it. */
public final class NoisingDesk {
    private static final int STEPS = 1000;

    private NoisingDesk() {}

    /**
     * The figure.
     *
     * @param x0 square picture, pixels in [−1, 1]
     * @param epsilon standard normal, one for each pixel
     * @param still a picture for where it cannot move
     */
    public static Touch of(double[] x0, double[] epsilon, BufferedImage still) {
        Require.sameLength("pixels", x0.length, "numbers of noise", epsilon.length);
        Map<String, double[]> schedules = new TreeMap<>();
        for (Kind kind : new Kind[] {Kind.LINEAR, Kind.COSINE}) {
            NoiseSchedule schedule = NoiseSchedule.of(kind, STEPS);
            schedules.put(kind.name(), new double[] {
                schedule.alphaBar(1),
                schedule.alphaBar(STEPS / 4),
                schedule.alphaBar(STEPS / 2),
                schedule.alphaBar(STEPS)
            });
        }
        return Touch.of(
                        "A picture on its way into noise",
                        "Find the time at which the picture holds as much noise as signal, with the linear schedule.",
                        "noising",
                        still)
                .with("steps", STEPS)
                .with("side", (int) Math.round(Math.sqrt(x0.length)))
                .with("x0", Halves.packed(Doubles.floats(new double[][] {x0})))
                .with("epsilon", Halves.packed(Doubles.floats(new double[][] {epsilon})))
                .with("alphaBars", schedules);
    }
}
