package noisebook.math;

/**
 * What a model predicts at x_t. Since {@code x_t = a x_0 + b ε}, one of them tells the others: each is a weighted sum of x_0 and ε, and so
 * are x_t and the prediction; two equations give both.
 */
public enum Prediction {
    /** The noise in x_t (Ho et al. 2020). */
    EPSILON {
        @Override
        double ofX0(GaussianPath path, double t) {
            return 0;
        }

        @Override
        double ofEpsilon(GaussianPath path, double t) {
            return 1;
        }
    },
    /** The data. */
    X0 {
        @Override
        double ofX0(GaussianPath path, double t) {
            return 1;
        }

        @Override
        double ofEpsilon(GaussianPath path, double t) {
            return 0;
        }
    },
    /**
     * The velocity {@code a' x_0 + b' ε} at which x_t moves: {@code ε − x_0} on a straight path, {@code √ᾱ ε − √(1 − ᾱ) x_0} on that of DDPM
     * (Salimans and Ho 2022, section 4).
     */
    VELOCITY {
        @Override
        double ofX0(GaussianPath path, double t) {
            return path.signalRate(t);
        }

        @Override
        double ofEpsilon(GaussianPath path, double t) {
            return path.noiseRate(t);
        }
    };

    /**
     * How one prediction becomes another: {@code wanted = ofXt · x_t + ofPrediction · predicted}.
     *
     * @param ofXt weight of x_t
     * @param ofPrediction weight of what was predicted, and so the factor of its error
     */
    public record Conversion(double ofXt, double ofPrediction) {}

    /** The weight of x_0 in what is predicted. */
    abstract double ofX0(GaussianPath path, double t);

    /** The weight of ε in what is predicted. */
    abstract double ofEpsilon(GaussianPath path, double t);

    /** What a model should have predicted for one value. */
    public double of(double x0, double epsilon, GaussianPath path, double t) {
        return ofX0(path, t) * x0 + ofEpsilon(path, t) * epsilon;
    }

    /**
     * The weights that turn this prediction into another one.
     *
     * @throws IllegalArgumentException where it does not tell: x_0 from the noise of an x_t that is all noise, ε from x_0 at t = 0
     */
    public Conversion to(Prediction wanted, GaussianPath path, double t) {
        if (wanted == this) {
            return new Conversion(0, 1);
        }
        double a = path.signal(t);
        double b = path.noise(t);
        double determinant = a * ofEpsilon(path, t) - b * ofX0(path, t);
        if (determinant == 0) {
            throw new IllegalArgumentException("at t = " + GaussianPath.text(t) + " the prediction " + this
                    + " does not tell " + wanted + ": predict the velocity, or stay away from this time");
        }
        double ofXt = wanted.ofX0(path, t) * ofEpsilon(path, t) - wanted.ofEpsilon(path, t) * ofX0(path, t);
        double ofPrediction = a * wanted.ofEpsilon(path, t) - b * wanted.ofX0(path, t);
        return new Conversion(ofXt / determinant, ofPrediction / determinant);
    }
}
