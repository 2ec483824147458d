package noisebook.math;

/**
 * The smallest min-max game, {@code V(x, y) = x · y}: x descends, y ascends, and (0, 0) is the saddle point both want. Which rule of
 * update reaches it is the whole difficulty of adversarial training (Mescheder et al. 2017).
 */
public final class SaddleGame {
    private SaddleGame() {}

    /** A rule that moves both players by step size η. */
    public enum Update {
        /** Both from the old point: the radius grows by {@code √(1 + η²)} a step. */
        SIMULTANEOUS {
            @Override
            State next(State s, double eta) {
                return s.to(s.x - eta * s.y, s.y + eta * s.x);
            }
        },
        /** x first, then y from the new x: keeps {@code x² + y² − η x y}, so it circles for ever. */
        ALTERNATING {
            @Override
            State next(State s, double eta) {
                double x = s.x - eta * s.y;
                return s.to(x, s.y + eta * x);
            }
        },
        /** The gradient of a trial step (Korpelevich 1976): the radius shrinks by {@code √(1 − η² + η⁴)}. */
        EXTRAGRADIENT {
            @Override
            State next(State s, double eta) {
                State trial = SIMULTANEOUS.next(s, eta);
                return s.to(s.x - eta * trial.y, s.y + eta * trial.x);
            }
        },
        /** Twice this gradient less the one before (Daskalakis et al. 2018): shrinks like extragradient at half its cost. */
        OPTIMISTIC {
            @Override
            State next(State s, double eta) {
                return s.to(s.x - eta * (2 * s.y - s.previousY), s.y + eta * (2 * s.x - s.previousX));
            }
        },
        /**
         * Also descends {@code γ/2 · ‖∇V‖²} with γ = 1 (Mescheder et al. 2017): the radius shrinks by {@code √((1 − ηγ)² + η²)}.
         */
        CONSENSUS {
            @Override
            State next(State s, double eta) {
                return s.to((1 - eta) * s.x - eta * s.y, (1 - eta) * s.y + eta * s.x);
            }
        };

        abstract State next(State s, double eta);
    }

    /** This point and the one before. */
    private record State(double x, double y, double previousX, double previousY) {
        State to(double nextX, double nextY) {
            return new State(nextX, nextY, x, y);
        }
    }

    /**
     * The points {x, y} visited from a start, itself included: steps + 1 rows.
     *
     * @param eta step size, at least 0
     * @throws IllegalArgumentException if {@code steps < 0}
     */
    public static double[][] trajectory(Update update, double x, double y, double eta, int steps) {
        if (steps < 0) {
            throw new IllegalArgumentException("steps must be at least 0, was " + steps);
        }
        double[][] points = new double[steps + 1][];
        State state = new State(x, y, x, y);
        points[0] = new double[] {x, y};
        for (int i = 1; i <= steps; i++) {
            state = update.next(state, eta);
            points[i] = new double[] {state.x, state.y};
        }
        return points;
    }

    /** {@code √(x² + y²)} of each point over that of the first. */
    public static double[] radiusRatios(double[][] trajectory) {
        double start = Math.hypot(trajectory[0][0], trajectory[0][1]);
        double[] ratios = new double[trajectory.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = Math.hypot(trajectory[i][0], trajectory[i][1]) / start;
        }
        return ratios;
    }
}
