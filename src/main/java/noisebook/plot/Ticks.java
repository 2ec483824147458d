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

    /** Whether a logarithmic axis has room for names between its powers of ten, and need of them. */
    static boolean fewDecades(double low, double high) {
        return high / low < 100;
    }

    /** The same for 1, 2 and 5 times a power of ten, blank for ticks between them. */
    static String oneTwoFive(double value) {
        long digit = Math.round(value / Math.pow(10, Math.floor(Math.log10(value) + 1e-9)));
        return digit == 1 || digit == 2 || digit == 5 ? text(value) : " ";
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
