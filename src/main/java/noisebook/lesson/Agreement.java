package noisebook.lesson;

import java.util.Locale;
import noisebook.math.Require;
import noisebook.notebook.Displayable;
import noisebook.notebook.MimeBundle;

/**
 * What a lesson has written out by hand, beside what the library computes of the same numbers.
 *
 * @param what is computed
 * @param byHand the first number of the one
 * @param library that of the other
 * @param apart the largest difference of any two, as a share of the library's largest number or of 1, whichever is more
 */
public record Agreement(String what, double byHand, double library, double apart) implements Displayable {
    private static final double TOLERANCE = 1e-6;

    /**
     * Holds one number against another.
     *
     * @throws IllegalStateException naming both when they differ by more than a millionth
     */
    public static Agreement of(String what, double byHand, double library) {
        return of(what, new float[] {(float) byHand}, new float[] {(float) library});
    }

    /** The same of many. */
    public static Agreement of(String what, float[] byHand, float[] library) {
        Require.sameLength("numbers by hand", byHand.length, "those of the library", library.length);
        Require.atLeast(1, byHand, what);
        double largest = 1;
        double apart = 0;
        for (int i = 0; i < byHand.length; i++) {
            largest = Math.max(largest, Math.abs(library[i]));
            apart = Math.max(apart, Math.abs((double) byHand[i] - library[i])); // NaN stays NaN
        }
        Agreement agreement = new Agreement(what, byHand[0], library[0], apart / largest);
        if (!(agreement.apart <= TOLERANCE)) {
            throw new IllegalStateException(agreement.line("they do NOT agree"));
        }
        return agreement;
    }

    private String line(String verdict) {
        return String.format(
                Locale.ROOT,
                "%s: by hand %.6g, by the library %.6g; %s, largest relative difference %.1e",
                what,
                byHand,
                library,
                verdict,
                apart);
    }

    @Override
    public MimeBundle toMime() {
        return MimeBundle.text(line("they agree"));
    }
}
