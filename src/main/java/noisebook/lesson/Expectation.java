package noisebook.lesson;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a measured value must be, as it is written: {@code ≤ 0.04}, {@code ≥ 10}, {@code 0.4 … 0.9}, {@code 0.0557 ± 0.001}; or beside a reference that
 * the lesson computes, {@code ± 1e-9} of it, {@code ≤ 1.25 ×} it, {@code ≥ 1 ×} it.
 */
record Expectation(String text) {
    private static final String NUMBER = "(-?[0-9.]+(?:e-?[0-9]+)?)";
    private static final Pattern LIMIT = Pattern.compile("([≤≥]) " + NUMBER);
    private static final Pattern BETWEEN = Pattern.compile(NUMBER + " … " + NUMBER);
    private static final Pattern WITHIN = Pattern.compile(NUMBER + " ± " + NUMBER);
    private static final Pattern NEAR = Pattern.compile("± " + NUMBER);
    private static final Pattern FACTOR = Pattern.compile("([≤≥]) " + NUMBER + " ×");

    /** The check of a value that stands by itself. */
    Check check(String name, double measured) {
        Matcher limit = LIMIT.matcher(text);
        if (limit.matches()) {
            return limited(name, measured, limit.group(1), Double.parseDouble(limit.group(2)));
        }
        Matcher between = BETWEEN.matcher(text);
        if (between.matches()) {
            return Check.between(
                    name, measured, Double.parseDouble(between.group(1)), Double.parseDouble(between.group(2)));
        }
        Matcher within = WITHIN.matcher(text);
        if (within.matches()) {
            return Check.within(
                    name, measured, Double.parseDouble(within.group(1)), Double.parseDouble(within.group(2)));
        }
        throw misfit(name, null);
    }

    /** The check of a value beside a reference. */
    Check check(String name, double measured, double reference) {
        Matcher near = NEAR.matcher(text);
        if (near.matches()) {
            return Check.within(name, measured, reference, Double.parseDouble(near.group(1)));
        }
        Matcher factor = FACTOR.matcher(text);
        if (factor.matches()) {
            return limited(name, measured, factor.group(1), Double.parseDouble(factor.group(2)) * reference);
        }
        throw misfit(name, reference);
    }

    private static Check limited(String name, double measured, String sign, double limit) {
        return sign.equals("≤") ? Check.atMost(name, measured, limit) : Check.atLeast(name, measured, limit);
    }

    private IllegalArgumentException misfit(String name, @Nullable Double reference) {
        return new IllegalArgumentException("the band of '" + name + "', '" + text + "', "
                + (reference == null
                        ? "is none of '≤ 1', '≥ 1', '1 … 2', '1 ± 0.1' (or it needs a reference: give one)"
                        : "is none of '± 0.1', '≤ 2 ×', '≥ 2 ×', as a check with a reference needs it"));
    }
}
