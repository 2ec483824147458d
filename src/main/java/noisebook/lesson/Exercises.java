package noisebook.lesson;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/** The formulas that the lessons ask for, as {@code lesson.attempt(Exercises.KL, (mu, logVariance) -> …)}. */
public final class Exercises {
    /** A function of three numbers. */
    @FunctionalInterface
    public interface OfThree {
        /** Its value. */
        double of(double a, double b, double c);
    }

    /** A function of four numbers. */
    @FunctionalInterface
    public interface OfFour {
        /** Its value. */
        double of(double a, double b, double c, double d);
    }

    /** Lesson 1. The mean squared error of two pictures, (x, y), given as arrays of pixels of one length. */
    public static final Exercise<ToDoubleBiFunction<double[], double[]>> MSE =
            Exercise.<ToDoubleBiFunction<double[], double[]>>of(
                            "the mean squared error",
                            "Of two pictures that differ in one of four pixels, by 2, it is 1.",
                            (x, y) -> squares(x, y) / x.length)
                    .at("x = (1, 0, .5), y = (.2, .3, .6)", f -> f.applyAsDouble(list(1, 0, .5), list(.2, .3, .6)))
                    .at("x = (0, 0, 0, 0), y = (0, 2, 0, 0)", f -> f.applyAsDouble(list(0, 0, 0, 0), list(0, 2, 0, 0)))
                    .slip(
                            "it is a sum so far, and grows with the number of pixels. Which word of the name is missing?",
                            Exercises::squares)
                    .slip(
                            "that is the root of it. Nobody asked for the root.",
                            (x, y) -> Math.sqrt(squares(x, y) / x.length))
                    .slip(
                            "that is L1, the mean of the absolute differences.",
                            (x, y) -> total(x, y, Math::abs) / x.length)
                    .slip(
                            "errors of different sign cancel. What makes them count alike?",
                            (x, y) -> Math.abs(total(x, y, v -> v)) / x.length)
                    .slip(
                            "there is a factor of ½ in it that the name does not speak of.",
                            (x, y) -> squares(x, y) / x.length / 2);

    /** Lesson 1. The number of weights, biases included, of the autoencoder 784-256-128-d and back, for a code of d numbers. */
    public static final Exercise<IntToDoubleFunction> WEIGHTS = Exercise.<IntToDoubleFunction>of(
                    "the number of weights",
                    "A layer from 3 numbers to 2 has 3 · 2 weights and 2 biases, 8 in all.",
                    d -> 2 * weights(d) + 256 + 128 + d + 128 + 256 + 784)
            .at("d = 2", f -> f.applyAsDouble(2))
            .at("d = 30", f -> f.applyAsDouble(30))
            .slip("the biases are missing: one for every number that a layer puts out.", d -> 2 * weights(d))
            .slip("that is the encoder. There is a way back, too.", d -> weights(d) + 256 + 128 + d)
            .slip("that is the encoder, without its biases. There is a way back, too.", Exercises::weights)
            .slip(
                    "that is twice the encoder. The decoder has as many weights, but its layers put out other numbers, hence other biases.",
                    d -> 2 * (weights(d) + 256 + 128 + d));

    /** Lesson 2. KL(N(μ, σ²) ‖ N(0, I)) in nats, summed over the axes, (mu, logVariance), where logVariance is log σ² of each axis. */
    public static final Exercise<ToDoubleBiFunction<double[], double[]>> KL =
            Exercise.<ToDoubleBiFunction<double[], double[]>>of(
                            "the toll of a cloud",
                            "For μ = 0 and σ = 1 there is nothing to pay.",
                            (mu, logVariance) -> toll(mu, logVariance, .5, 1, 1, 1))
                    .at("μ = (0, 0), σ = (1, 1)", f -> f.applyAsDouble(list(0, 0), list(0, 0)))
                    .at("μ = (1.2, −.5), log σ² = (−.7, .3)", f -> f.applyAsDouble(list(1.2, -.5), list(-.7, .3)))
                    .at("μ = (.4, 0, −2), log σ² = (−3, .1, 0)", f -> f.applyAsDouble(list(.4, 0, -2), list(-3, .1, 0)))
                    .slip(
                            "it is twice too much. What stands before the sum?",
                            (mu, logVariance) -> toll(mu, logVariance, 1, 1, 1, 1))
                    .slip(
                            "its sign is wrong: a toll is never negative.",
                            (mu, logVariance) -> toll(mu, logVariance, -.5, 1, 1, 1))
                    .slip(
                            "where σ² belongs, you have σ. The encoder gives log σ²; what is exp of it?",
                            (mu, logVariance) -> toll(mu, logVariance, .5, .5, 1, 1))
                    .slip(
                            "where log σ² belongs, you have log σ, half of it.",
                            (mu, logVariance) -> toll(mu, logVariance, .5, 1, .5, 1))
                    .slip(
                            "it is a mean over the axes. Each axis has its own toll, and all are paid.",
                            (mu, logVariance) -> toll(mu, logVariance, .5, 1, 1, 1) / mu.length)
                    .slip(
                            "at μ = 0 and σ = 1 it is not 0: a constant is missing in each axis.",
                            (mu, logVariance) -> toll(mu, logVariance, .5, 1, 1, 0))
                    .slip(
                            "the sign of log σ² is wrong: a narrow cloud must pay, not be paid.",
                            (mu, logVariance) -> toll(mu, logVariance, .5, 1, -1, 1));

    /** Lesson 2. The code z from (mu, logVariance, epsilon): the dice are thrown first, then stretched and moved. */
    public static final Exercise<OfThree> REPARAMETERISED = Exercise.<OfThree>of(
                    "the reparameterised code",
                    "With log σ² = 0 it is μ + ε.",
                    (mu, logVariance, epsilon) -> mu + Math.exp(logVariance / 2) * epsilon)
            .at("μ = 1, log σ² = −1.4, ε = .8", f -> f.of(1, -1.4, .8))
            .at("μ = −.3, log σ² = .6, ε = −2", f -> f.of(-.3, .6, -2))
            .slip(
                    "you stretch by the variance. The spread is its root.",
                    (mu, logVariance, epsilon) -> mu + Math.exp(logVariance) * epsilon)
            .slip(
                    "you stretch by log σ², which may even be negative. How does one get σ from it?",
                    (mu, logVariance, epsilon) -> mu + logVariance * epsilon)
            .slip(
                    "you stretch by log σ. How does one get σ from it?",
                    (mu, logVariance, epsilon) -> mu + logVariance / 2 * epsilon)
            .slip("nothing is stretched: every cloud has the width 1.", (mu, logVariance, epsilon) -> mu + epsilon)
            .slip(
                    "the centre is stretched as well: move after stretching.",
                    (mu, logVariance, epsilon) -> Math.exp(logVariance / 2) * (mu + epsilon))
            .slip("the dice are missing: every code is the centre of its cloud.", (mu, logVariance, epsilon) -> mu);

    /** Lesson 3. The best discriminator's probability at a point where the data has the density p and the samples have the density q, (p, q). */
    public static final Exercise<DoubleBinaryOperator> BEST_DISCRIMINATOR = Exercise.<DoubleBinaryOperator>of(
                    "the best discriminator", "Where both densities are alike it is one half.", (p, q) -> p / (p + q))
            .at("p = .3, q = .1", f -> f.applyAsDouble(.3, .1))
            .at("p = .05, q = .4", f -> f.applyAsDouble(.05, .4))
            .slip("that is the probability of a fake.", (p, q) -> q / (p + q))
            .slip(
                    "that is the ratio of the densities, which may be more than 1. The probability follows from it.",
                    (p, q) -> p / q)
            .slip("that is the logit. A probability lies between 0 and 1.", (p, q) -> Math.log(p / q))
            .slip("that is a difference, which may be negative. A probability lies between 0 and 1.", (p, q) -> p - q);

    /** Lesson 3. The loss that D minimises, from its probabilities of one real and one fake sample, (real, fake). */
    public static final Exercise<DoubleBinaryOperator> LOSS_OF_D = Exercise.<DoubleBinaryOperator>of(
                    "the loss of D",
                    "When D says one half of everything it is log 4.",
                    (real, fake) -> -Math.log(real) - Math.log(1 - fake))
            .at("D(x) = .9, D(G(z)) = .2", f -> f.applyAsDouble(.9, .2))
            .at("D(x) = .6, D(G(z)) = .5", f -> f.applyAsDouble(.6, .5))
            .slip(
                    "that is V, which D wants large. A loss is minimised.",
                    (real, fake) -> Math.log(real) + Math.log(1 - fake))
            .slip(
                    "D would be glad of a fake that it takes for real. What should it say of a fake?",
                    (real, fake) -> -Math.log(real) - Math.log(fake))
            .slip("the fakes count with the wrong sign.", (real, fake) -> -Math.log(real) + Math.log(1 - fake))
            .slip(
                    "it is halved. Some programs do that, but then it is log 2 when D can only guess.",
                    (real, fake) -> (-Math.log(real) - Math.log(1 - fake)) / 2)
            .slip(
                    "the fakes are missing: D that says 1 of everything would have no loss.",
                    (real, fake) -> -Math.log(real))
            .slip("that is the loss of G.", (real, fake) -> -Math.log(fake));

    /** Lesson 4. ᾱ at time t from (beta, t), where beta[0] is the β of the first step. */
    public static final Exercise<ToDoubleBiFunction<double[], Integer>> ALPHA_BAR =
            Exercise.<ToDoubleBiFunction<double[], Integer>>of(
                            "ᾱ at time t", "After one step with β = 0.1 it is 0.9.", (beta, t) -> kept(beta, 0, t))
                    .at("β = (.1, .2, .3, .4), t = 1", f -> f.applyAsDouble(list(.1, .2, .3, .4), 1))
                    .at("β = (.1, .2, .3, .4), t = 3", f -> f.applyAsDouble(list(.1, .2, .3, .4), 3))
                    .slip("t is off by one: your product stops one step too early.", (beta, t) -> kept(beta, 0, t - 1))
                    .slip(
                            "t is off by one: your product takes one step too many. The first β is that of t = 1.",
                            (beta, t) -> kept(beta, 0, t + 1))
                    .slip(
                            "t is off by one: your product leaves out the first step. The first β is that of t = 1.",
                            (beta, t) -> kept(beta, 1, t))
                    .slip(
                            "shares that are kept one after the other multiply. You subtract a sum.",
                            (beta, t) -> 1 - Arrays.stream(beta, 0, t).sum())
                    .slip(
                            "you multiply what is added. What is kept of a step?",
                            (beta, t) -> Arrays.stream(beta, 0, t).reduce(1, (a, b) -> a * b))
                    .slip(
                            "that is its root, the factor of the picture itself.",
                            (beta, t) -> Math.sqrt(kept(beta, 0, t)))
                    .slip("that is what is lost, the share of the noise.", (beta, t) -> 1 - kept(beta, 0, t))
                    .slip(
                            "that is the share that the last step keeps. All the steps before it count as well.",
                            (beta, t) -> 1 - beta[t - 1]);

    /** Lesson 4. A noised pixel from (x0, alphaBar, epsilon), in one go. */
    public static final Exercise<OfThree> NOISED = Exercise.<OfThree>of(
                    "a noised pixel",
                    "At ᾱ = 1 it is x₀, at ᾱ = 0 it is ε.",
                    (x0, alphaBar, epsilon) -> Math.sqrt(alphaBar) * x0 + Math.sqrt(1 - alphaBar) * epsilon)
            .at("x₀ = .8, ᾱ = .6, ε = −1.1", f -> f.of(.8, .6, -1.1))
            .at("x₀ = −1, ᾱ = .1, ε = .4", f -> f.of(-1, .1, .4))
            .slip(
                    "ᾱ is a share of the variance. The factors of the values are roots.",
                    (x0, alphaBar, epsilon) -> alphaBar * x0 + (1 - alphaBar) * epsilon)
            .slip(
                    "picture and noise have each other's factor.",
                    (x0, alphaBar, epsilon) -> Math.sqrt(1 - alphaBar) * x0 + Math.sqrt(alphaBar) * epsilon)
            .slip(
                    "the factor of the noise is not 1 − √ᾱ: it is the squares of the two factors that add up to 1.",
                    (x0, alphaBar, epsilon) -> Math.sqrt(alphaBar) * x0 + (1 - Math.sqrt(alphaBar)) * epsilon)
            .slip(
                    "the picture does not shrink, so that the variance grows beyond 1.",
                    (x0, alphaBar, epsilon) -> x0 + Math.sqrt(1 - alphaBar) * epsilon)
            .slip(
                    "the noise is as strong from the beginning as at the end: its factor is missing.",
                    (x0, alphaBar, epsilon) -> Math.sqrt(alphaBar) * x0 + epsilon);

    /** Lesson 5. The clean pixel that a guess of the noise implies, from (xt, alphaBar, epsilon). */
    public static final Exercise<OfThree> X0_FROM_EPSILON = Exercise.<OfThree>of(
                    "x₀ from the noise",
                    "With ε = 0 it is x_t / √ᾱ.",
                    (xt, alphaBar, epsilon) -> (xt - Math.sqrt(1 - alphaBar) * epsilon) / Math.sqrt(alphaBar))
            .at("x_t = .5, ᾱ = .3, ε = .7", f -> f.of(.5, .3, .7))
            .at("x_t = −1.2, ᾱ = .8, ε = −.4", f -> f.of(-1.2, .8, -.4))
            .slip(
                    "the noise is gone, but what is left is √ᾱ x₀: the picture was shrunk.",
                    (xt, alphaBar, epsilon) -> xt - Math.sqrt(1 - alphaBar) * epsilon)
            .slip(
                    "you divide by ᾱ. The picture was shrunk by its root.",
                    (xt, alphaBar, epsilon) -> (xt - Math.sqrt(1 - alphaBar) * epsilon) / alphaBar)
            .slip(
                    "the noise has the factor of its variance. That of its values is the root.",
                    (xt, alphaBar, epsilon) -> (xt - (1 - alphaBar) * epsilon) / Math.sqrt(alphaBar))
            .slip(
                    "the noise is added once more. It is to be taken away.",
                    (xt, alphaBar, epsilon) -> (xt + Math.sqrt(1 - alphaBar) * epsilon) / Math.sqrt(alphaBar))
            .slip(
                    "you take away ε at full strength. In x_t it has a factor.",
                    (xt, alphaBar, epsilon) -> (xt - epsilon) / Math.sqrt(alphaBar))
            .slip(
                    "only the noise is divided: the whole difference has to be.",
                    (xt, alphaBar, epsilon) -> xt - Math.sqrt(1 - alphaBar) * epsilon / Math.sqrt(alphaBar));

    /** Lesson 5. One step of DDIM from t to an earlier s, (xt, epsilon, alphaBarT, alphaBarS), without fresh noise. */
    public static final Exercise<OfFour> DDIM_STEP = Exercise.<OfFour>of(
                    "a step of DDIM",
                    "A step to ᾱ = 1 gives x₀, a step to where one is gives x_t.",
                    (xt, epsilon, alphaBarT, alphaBarS) -> stepped(xt, epsilon, alphaBarT, alphaBarS, alphaBarS))
            .at("x_t = .5, ε = .7, ᾱ_t = .3, ᾱ_s = .6", f -> f.of(.5, .7, .3, .6))
            .at("x_t = −1.2, ε = −.4, ᾱ_t = .5, ᾱ_s = .9", f -> f.of(-1.2, -.4, .5, .9))
            .slip(
                    "that is x₀, the end of the walk. It has to be noised again, as far as s.",
                    (xt, epsilon, t, s) -> stepped(xt, epsilon, t, 1, 1))
            .slip(
                    "x₀ is shrunk for the time s, but the noise is not put back.",
                    (xt, epsilon, t, s) -> stepped(xt, epsilon, t, s, 1))
            .slip(
                    "the noise that is put back is that of t. At s there is less.",
                    (xt, epsilon, t, s) -> stepped(xt, epsilon, t, s, t))
            .slip(
                    "x₀ keeps its full size: at s it is shrunk by √ᾱ_s.",
                    (xt, epsilon, t, s) -> stepped(xt, epsilon, t, 1, s))
            .slip("t and s have changed places.", (xt, epsilon, t, s) -> stepped(xt, epsilon, s, t, t))
            .slip("that is where you were: x_t itself.", (xt, epsilon, t, s) -> xt);

    /** Lesson 5. β̃, the variance of a step back when x₀ is known, from (beta, alphaBar, alphaBarBefore): β and ᾱ of t, and ᾱ of t − 1. */
    public static final Exercise<OfThree> POSTERIOR_VARIANCE = Exercise.<OfThree>of(
                    "the variance of a step back",
                    "At t = 1, where ᾱ before the step is 1, nothing is left to guess.",
                    (beta, alphaBar, before) -> (1 - before) / (1 - alphaBar) * beta)
            .at("β = .1, ᾱ = .72, ᾱ before = .8", f -> f.of(.1, .72, .8))
            .at("β = .02, ᾱ = .49, ᾱ before = .5", f -> f.of(.02, .49, .5))
            .slip(
                    "that is the variance of a step forward. Knowing x₀ makes the step back narrower.",
                    (beta, alphaBar, before) -> beta)
            .slip(
                    "t is off by one: the two ᾱ have changed places.",
                    (beta, alphaBar, before) -> (1 - alphaBar) / (1 - before) * beta)
            .slip(
                    "that is its root, the standard deviation.",
                    (beta, alphaBar, before) -> Math.sqrt((1 - before) / (1 - alphaBar) * beta))
            .slip(
                    "what counts is how much noise there is at both times, 1 − ᾱ, not how much picture.",
                    (beta, alphaBar, before) -> before / alphaBar * beta);

    /** Lesson 6. The squared Fréchet distance of N(m, s²) and N(n, r²) on a line, (m, s, n, r), with standard deviations s and r. */
    public static final Exercise<OfFour> FRECHET = Exercise.<OfFour>of(
                    "the squared Fréchet distance on a line",
                    "Two bells of one width whose means are 3 apart have 9.",
                    (m, s, n, r) -> (m - n) * (m - n) + (s - r) * (s - r))
            .at("N(0, 1²) and N(3, 2²)", f -> f.of(0, 1, 3, 2))
            .at("N(1, .5²) and N(−.5, .7²)", f -> f.of(1, .5, -.5, .7))
            .slip("that is its root. The formula above has d².", (m, s, n, r) -> Math.hypot(m - n, s - r))
            .slip(
                    "you compare the variances. On a line the trace term is the square of the difference of the standard deviations.",
                    (m, s, n, r) -> (m - n) * (m - n) + (s * s - r * r) * (s * s - r * r))
            .slip(
                    "the term −2 tr(…) is missing: two equal bells would not have distance 0.",
                    (m, s, n, r) -> (m - n) * (m - n) + s * s + r * r)
            .slip(
                    "the spreads are missing: a single point in the middle would be perfect.",
                    (m, s, n, r) -> (m - n) * (m - n))
            .slip("the means are missing.", (m, s, n, r) -> (s - r) * (s - r))
            .slip(
                    "the term of the means is squared, that of the spreads is not.",
                    (m, s, n, r) -> (m - n) * (m - n) + Math.abs(s - r));

    /** Lesson 6. The distance of two histograms of classes, (p, q), each adding up to 1: the least share of samples that must change its class. */
    public static final Exercise<ToDoubleBiFunction<double[], double[]>> HISTOGRAM_DISTANCE =
            Exercise.<ToDoubleBiFunction<double[], double[]>>of(
                            "the distance of two histograms",
                            "When no class occurs in both it is 1: every sample must change.",
                            (p, q) -> total(p, q, Math::abs) / 2)
                    .at(
                            "p = (.4, .3, .2, .1), q = (.1, .2, .3, .4)",
                            f -> f.applyAsDouble(list(.4, .3, .2, .1), list(.1, .2, .3, .4)))
                    .at(
                            "p = (.7, .1, .2, 0), q = (.1, .5, .1, .3)",
                            f -> f.applyAsDouble(list(.7, .1, .2, 0), list(.1, .5, .1, .3)))
                    .slip(
                            "every sample that moves is counted twice: where it is missing and where it is too much.",
                            (p, q) -> total(p, q, Math::abs))
                    .slip("squares are no shares: take the differences as they are.", Exercises::squares)
                    .slip(
                            "that is the root of the sum of squares, the Euclidean distance.",
                            (p, q) -> Math.sqrt(squares(p, q)))
                    .slip(
                            "that is the largest gap of one class. All classes count.",
                            (p, q) -> IntStream.range(0, p.length)
                                    .mapToDouble(i -> Math.abs(p[i] - q[i]))
                                    .max()
                                    .orElse(0));

    private Exercises() {}

    /** Lesson 7. The guided velocity from (asked, free, w): the velocity for the class, the one for no class, and the weight. */
    public static final Exercise<OfThree> GUIDED = Exercise.<OfThree>of(
                    "the guided velocity",
                    "At w = 0 it is the one for the class, at w = −1 the one for no class.",
                    (asked, free, w) -> asked + w * (asked - free))
            .at("asked = .8, free = .3, w = .5", f -> f.of(.8, .3, .5))
            .at("asked = −.4, free = .6, w = 3", f -> f.of(-.4, .6, 3))
            .slip(
                    "your w is what others call 1 + w: at w = 0 the class is forgotten.",
                    (asked, free, w) -> free + w * (asked - free))
            .slip("you go towards no class. Away from it, please.", (asked, free, w) -> asked - w * (asked - free))
            .slip(
                    "the answer for no class is only taken away: the two weights must add up to 1.",
                    (asked, free, w) -> asked - w * free)
            .slip(
                    "the two have changed places: you guide away from the class.",
                    (asked, free, w) -> free + w * (free - asked))
            .slip("that is the difference that guidance adds; to what?", (asked, free, w) -> w * (asked - free));

    /** Lesson 7. One step of Euler's rule on the straight path from t to an earlier s, (xt, velocity, t, s). */
    public static final Exercise<OfFour> EULER_STEP = Exercise.<OfFour>of(
                    "a step of Euler's rule",
                    "From t = 1 to s = 0 it is x_t − v.",
                    (xt, velocity, t, s) -> xt - (t - s) * velocity)
            .at("x_t = .5, v = .7, t = .6, s = .4", f -> f.of(.5, .7, .6, .4))
            .at("x_t = −1.2, v = −.4, t = 1, s = .75", f -> f.of(-1.2, -.4, 1, .75))
            .slip(
                    "you walk towards the noise. The velocity points there; the picture lies against it.",
                    (xt, velocity, t, s) -> xt + (t - s) * velocity)
            .slip("you go all the way to the picture. The step ends at s.", (xt, velocity, t, s) -> xt - t * velocity)
            .slip("you go as far as s, not as far as from t to s.", (xt, velocity, t, s) -> xt - s * velocity)
            .slip("the length of the step is missing.", (xt, velocity, t, s) -> xt - velocity);

    /** Lesson 8. A truncated w from (middle, w, psi): the mean of w, the w of a picture, and ψ. */
    public static final Exercise<OfThree> TRUNCATED = Exercise.<OfThree>of(
                    "truncation",
                    "At ψ = 1 it is w, at ψ = 0 the middle.",
                    (middle, w, psi) -> middle + psi * (w - middle))
            .at("w̄ = .5, w = 1.3, ψ = .5", f -> f.of(.5, 1.3, .5))
            .at("w̄ = −1, w = .2, ψ = .7", f -> f.of(-1, .2, .7))
            .slip("at ψ = 0 you arrive at 0, and no w is there: the middle is w̄.", (middle, w, psi) -> psi * w)
            .slip("your ψ is 1 − ψ: at ψ = 1 all pictures are one.", (middle, w, psi) -> w + psi * (middle - w))
            .slip("you start at w, which is what one arrives at.", (middle, w, psi) -> w + psi * (w - middle))
            .slip("that is the way from the middle. Where does it begin?", (middle, w, psi) -> psi * (w - middle));

    /** Lesson 8. The next probability of an augmentation from (p, r, step): p so far, the mean sign of the logits of real pictures, and how far p moves. */
    public static final Exercise<OfThree> ADAPTED = Exercise.<OfThree>of(
                    "the next p",
                    "It moves by the step towards an r of .6, however far r is off, and never leaves 0 to 1.",
                    (p, r, step) -> Math.min(1, Math.max(0, p + step * Math.signum(r - .6))))
            .at("p = .3, r = .9, step = .05", f -> f.of(.3, .9, .05))
            .at("p = .3, r = .1, step = .05", f -> f.of(.3, .1, .05))
            .at("p = .98, r = .8, step = .05", f -> f.of(.98, .8, .05))
            .at("p = .01, r = .2, step = .05", f -> f.of(.01, .2, .05))
            .slip("p leaves 0 to 1, and is no probability then.", (p, r, step) -> p + step * Math.signum(r - .6))
            .slip(
                    "the wrong way: an r near 1 is a discriminator that knows its pictures by heart and must see them changed more often.",
                    (p, r, step) -> Math.min(1, Math.max(0, p - step * Math.signum(r - .6))))
            .slip(
                    "you move the further, the further r is off. Only the side on which it lies counts.",
                    (p, r, step) -> Math.min(1, Math.max(0, p + step * (r - .6))))
            .slip(
                    "you wait for an r of 0. It is .6 at which p stays.",
                    (p, r, step) -> Math.min(1, Math.max(0, p + step * Math.signum(r))));

    /** Lesson 9. A number of the nearest code whose property is larger by so much, (code, slope, square, by): that number of the code, of b, and ‖b‖². */
    public static final Exercise<OfFour> MOVED = Exercise.<OfFour>of(
                    "the moved code",
                    "If b has a single number, 2, the property grows by 1 when the code grows by one half.",
                    (code, slope, square, by) -> code + by * slope / square)
            .at("a number .4 of the code, 2 of b, ‖b‖² = 5, by 1.5", f -> f.of(.4, 2, 5, 1.5))
            .at("a number −1 of the code, −.6 of b, ‖b‖² = .8, by .5", f -> f.of(-1, -.6, .8, .5))
            .slip(
                    "along b the property grows by ‖b‖² for each step of length ‖b‖: yours grows too far or not far enough.",
                    (code, slope, square, by) -> code + by * slope)
            .slip(
                    "you go so far along b, but the property grows by ‖b‖ on each unit of the way.",
                    (code, slope, square, by) -> code + by * slope / Math.sqrt(square))
            .slip(
                    "the property shrinks: walk along b, not against it.",
                    (code, slope, square, by) -> code - by * slope / square)
            .slip("that is the way. Where does it begin?", (code, slope, square, by) -> by * slope / square)
            .slip(
                    "every number is moved by the same, whatever b says of it.",
                    (code, slope, square, by) -> code + by / square);

    /** Lesson 9. Where motion supervision wants a handle to be next, (handle, target, distance), one coordinate of it: the distance is that of the two points. */
    public static final Exercise<OfThree> PULLED = Exercise.<OfThree>of(
                    "where the handle shall be next",
                    "If only x differs, 5 pixels, the handle moves by one pixel in x.",
                    (handle, target, distance) -> handle + (target - handle) / distance)
            .at("x = 3, to 9, 10 pixels away", f -> f.of(3, 9, 10))
            .at("y = 20, to 12, 10 pixels away", f -> f.of(20, 12, 10))
            .slip("that is the whole way at once, and one pixel was asked for.", (handle, target, distance) -> target)
            .slip("away from the target.", (handle, target, distance) -> handle - (target - handle) / distance)
            .slip("that is the step. Where does it begin?", (handle, target, distance) -> (target - handle) / distance)
            .slip(
                    "one pixel in x and one in y are together more than one: the two shares follow the direction.",
                    (handle, target, distance) -> handle + Math.signum(target - handle))
            .slip("a pixel to the right, wherever the target is.", (handle, target, distance) -> handle + 1);

    private static double[] list(double... values) {
        return values;
    }

    private static double total(double[] x, double[] y, DoubleUnaryOperator of) {
        return IntStream.range(0, x.length)
                .mapToDouble(i -> of.applyAsDouble(x[i] - y[i]))
                .sum();
    }

    private static double squares(double[] x, double[] y) {
        return total(x, y, v -> v * v);
    }

    private static double weights(int d) {
        return 784 * 256 + 256 * 128 + 128.0 * d;
    }

    /** The KL term with a factor, a share of log σ² inside exp and beside it, and the constant. */
    private static double toll(
            double[] mu, double[] logVariance, double factor, double inExp, double ofLog, double constant) {
        return factor
                * IntStream.range(0, mu.length)
                        .mapToDouble(i ->
                                mu[i] * mu[i] + Math.exp(inExp * logVariance[i]) - constant - ofLog * logVariance[i])
                        .sum();
    }

    private static double kept(double[] beta, int from, int to) {
        return Arrays.stream(beta, Math.min(from, to), to).map(b -> 1 - b).reduce(1, (a, b) -> a * b);
    }

    /** The picture of t = {@code from}, shrunk for one time and with the noise of another. */
    private static double stepped(double xt, double epsilon, double from, double signal, double noise) {
        double x0 = (xt - Math.sqrt(1 - from) * epsilon) / Math.sqrt(from);
        return Math.sqrt(signal) * x0 + Math.sqrt(1 - noise) * epsilon;
    }
}
