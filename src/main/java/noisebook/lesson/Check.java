package noisebook.lesson;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * A measured value beside what it must be. NaN never passes.
 *
 * @param name what is measured, such as {@code test MSE, d = 2}
 * @param expected the condition in words, such as {@code ≤ 0.04}
 * @param measured the value in words
 * @param passed whether the condition holds
 */
public record Check(String name, String expected, String measured, boolean passed) {
    private static final MathContext DIGITS = new MathContext(5);

    /** Measured is at most the limit. */
    public static Check atMost(String name, double measured, double limit) {
        return new Check(name, "≤ " + number(limit), number(measured), measured <= limit);
    }

    /** Measured is at least the limit. */
    public static Check atLeast(String name, double measured, double limit) {
        return new Check(name, "≥ " + number(limit), number(measured), measured >= limit);
    }

    /** Measured differs from what is expected by at most the tolerance. */
    public static Check within(String name, double measured, double expected, double tolerance) {
        String band = number(expected) + " ± " + number(tolerance);
        return new Check(name, band, number(measured), Math.abs(measured - expected) <= tolerance);
    }

    /** Measured lies in [low, high]. */
    public static Check between(String name, double measured, double low, double high) {
        String band = number(low) + " … " + number(high);
        return new Check(name, band, number(measured), measured >= low && measured <= high);
    }

    /** A statement that is true. */
    public static Check holds(String name, boolean measured) {
        return new Check(name, "yes", measured ? "yes" : "no", measured);
    }

    /** The check in one line, as the terminal shows it. */
    public String line() {
        return String.format(
                Locale.ROOT, "%s  %s: %s (expected %s)", passed ? "pass" : "FAIL", name, measured, expected);
    }

    /** Five significant digits, such as {@code 0.0375} or {@code 4.0358e-5}. */
    private static String number(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : String.valueOf(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent >= -4 && exponent < 7
                ? rounded.toPlainString()
                : rounded.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }
}
