package noisebook.touch;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Locale;
import noisebook.math.SaddleGame;
import noisebook.math.SaddleGame.Update;

/** The game V = x·y: one chooses the start, the rule and the step size, and sees 60 steps of it. */
public final class SaddleBoard {
    private static final int STEPS = 60;
    private static final double ETA = .3;

    private SaddleBoard() {}

    /** The figure, with a picture for where it cannot move. */
    public static Touch of(BufferedImage still) {
        Update[] rules = Update.values();
        String[] names = Arrays.stream(rules)
                .map(rule -> rule.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        double[][] ends = Arrays.stream(rules)
                .map(rule -> SaddleGame.trajectory(rule, 1, 1, ETA, STEPS)[STEPS])
                .toArray(double[][]::new);
        return Touch.of(
                        "The game V = x·y, 60 steps",
                        "Find a rule and a step size that bring the game within 0.01 of the saddle in 60 steps.",
                        "saddle",
                        still)
                .with("rules", names)
                .with("steps", STEPS)
                .with("probe", ETA)
                .with("ends", ends);
    }
}
