package noisebook.math;

import java.util.Arrays;

/** How many letters must be put in, left out or replaced to make one text of another, at least (Levenshtein 1966). */
public final class EditDistance {
    private EditDistance() {}

    /** Of two texts; 0 if and only if they are equal. */
    public static int of(String a, String b) {
        int[] above = new int[b.length() + 1]; // from the first i letters of a to the first j of b
        Arrays.setAll(above, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
