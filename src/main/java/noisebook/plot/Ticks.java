package noisebook.plot;

import java.util.Locale;

/** Numbers as a reader wants them at an axis or a colour scale. */
final class Ticks {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Ticks() {}

    /** At most four significant digits without trailing zeros; powers of ten from 10⁵ and below 10⁻³. */
    static String text(double value) {
        double size = Math.abs(value);
        if (size < 1e-12) {
            return "0";
        }
        String text = size < .0009999 || size >= 99_999.5 ? scientific(value) : plain(value);
        return text.replace('-', '−');
    }

    private static String plain(double value) {
        int decimals = Math.max(0, 3 - (int) Math.floor(Math.log10(Math.abs(value))));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    private static String scientific(double value) {
        int exponent = (int) Math.floor(Math.log10(Math.abs(value)) + 1e-9);
        String mantissa = plain(value / Math.pow(10, exponent));
        String power = "10" + (exponent < 0 ? "⁻" : "") + superscript(Math.abs(exponent));
        return mantissa.equals("1") ? power : mantissa + "·" + power;
    }

    private static String superscript(int number) {
        StringBuilder text = new StringBuilder();
        for (char digit : Integer.toString(number).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }
}
