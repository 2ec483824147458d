package noisebook.data;

import java.util.Arrays;
import java.util.List;

/**
 * How the ten digits are written: for each class several skeletons, each a few pen strokes in a unit box, y downwards.
 *
 * <p>In the notation below one line is one way to write the digit; {@code |} lifts the pen; a point is {@code x,y}; the
 * pen passes through the points on a smooth curve and turns sharply where a point ends in {@code !}.
 */
final class DigitSkeletons {
    private static final List<String> NOTATION = List.of("""
            .50,0 .22,.17 .10,.50 .22,.85 .50,1 .78,.85 .90,.50 .78,.15 .50,0
            .60,.06 .33,.06 .14,.40 .20,.82 .46,1 .74,.86 .86,.48 .72,.12 .45,.01
            .68,.08 .45,.0 .18,.22 .08,.62 .28,.97 .62,.92 .86,.55 .86,.18 .62,.02 .44,.12
            .50,0 .30,.20 .24,.52 .32,.86 .50,1 .68,.86 .76,.50 .68,.16 .50,0
            """, """
            .50,0 .50,1
            .52,0 .50,.50 .48,1
            .30,.24 .54,0! .52,1
            .60,0 .40,1
            .28,.24 .52,0! .50,1 | .24,1 .78,.98
            """, """
            .14,.24 .28,.05 .55,0 .80,.14 .80,.38 .55,.68 .10,1! .52,.95 .92,.97
            .16,.20 .42,.0 .74,.10 .77,.36 .56,.68 .28,.95 .10,.92 .20,.76 .46,.84 .68,1 .96,.90
            .16,.08 .50,.0 .80,.12 .72,.42 .42,.72 .10,.98! .50,.94 .90,1
            .10,.30 .30,.04 .62,.04 .78,.28 .62,.62 .34,.90 .14,.98 .10,.84 .34,.78 .62,.92 .98,.98
            """, """
            .15,.12 .45,0 .78,.12 .74,.34 .42,.47! .78,.58 .86,.80 .54,1 .12,.88
            .18,.08 .50,.0 .76,.16 .64,.38 .40,.46 .66,.52 .86,.74 .62,.97 .12,.95
            .16,.02 .82,.02! .44,.40! .80,.53 .82,.84 .50,1 .12,.90
            .14,.16 .44,.0 .74,.14 .66,.40 .44,.50 .34,.46 .46,.44 .78,.60 .80,.86 .46,1 .10,.86
            """, """
            .20,0 .14,.30 .14,.52! .50,.54 .88,.48 | .78,.02 .74,.50 .72,1
            .66,.0 .36,.34 .08,.64! .50,.64 .96,.62 | .66,.0 .64,.50 .62,1
            .18,.02 .12,.34 .24,.54 .54,.52 .82,.36 | .86,0 .78,.48 .68,1
            .20,.05 .14,.44 .34,.56 .70,.44 .84,.02! .78,.50 .68,1
            .30,0 .10,.46! .50,.48 .92,.42 | .64,.20 .58,.60 .52,1
            """, """
            .86,0 .54,.01 .28,.02! .20,.42! .54,.37 .84,.58 .74,.90 .42,1 .10,.90
            .26,.03 .20,.43! .58,.38 .82,.62 .66,.94 .36,1 .10,.92 | .26,.03 .56,.02 .90,.0
            .88,.04 .50,.02 .26,.16 .34,.40 .68,.58 .74,.84 .48,1 .10,.94
            .80,.02 .36,.06! .26,.46 .50,.46 .70,.62 .66,.86 .40,1 .08,.96
            """, """
            .76,.02 .44,.20 .16,.60 .24,.93 .58,1 .84,.80 .68,.58 .36,.64 .18,.82
            .58,0 .32,.36 .16,.74 .38,1 .72,.92 .80,.68 .54,.56 .22,.74
            .82,.12 .60,.0 .26,.30 .14,.76 .42,1 .78,.88 .78,.62 .50,.54 .20,.74
            .36,.0 .20,.40 .20,.80 .44,1 .74,.88 .72,.62 .46,.58 .22,.76
            """, """
            .10,.06 .50,.03 .86,.02! .62,.46 .42,1
            .12,.22 .14,.04! .50,.04 .86,.04! .58,.48 .42,1
            .10,.06 .50,.03 .84,.02! .60,.46 .42,1 | .30,.50 .76,.47
            .10,.12 .40,.01 .78,.06 .76,.32 .58,.62 .46,1
            .14,.10 .30,.02 .54,.10 .86,.02! .64,.44 .56,1
            """, """
            .80,.14 .52,0 .24,.16 .48,.44 .78,.74 .52,1 .20,.80 .46,.50 .80,.14
            .50,0 .24,.22 .50,.46 .76,.22 .50,0 | .50,.46 .20,.74 .50,1 .80,.74 .50,.46
            .74,.10 .44,.04 .32,.26 .60,.56 .68,.86 .42,1 .24,.82 .46,.50 .76,.22 .84,.02
            .50,.46 .28,.26 .44,.02 .72,.08 .68,.34 .42,.54 .22,.78 .42,1 .70,.86 .64,.58 .48,.44
            """, """
            .80,.18 .50,0 .20,.18 .28,.44 .58,.44 .80,.20! .76,.58 .64,1
            .76,.24 .52,.02 .22,.16 .22,.42 .54,.46 .78,.20 .78,.56 .70,1
            .80,.14 .46,0 .18,.24 .38,.48 .72,.32 .82,.10 .80,.58 .60,.94 .20,.96
            .74,.08 .40,.04 .22,.30 .44,.46 .74,.26! .60,.62 .44,1
            """);

    private static final List<List<List<List<Point>>>> BY_CLASS =
            NOTATION.stream().map(DigitSkeletons::parseClass).toList();

    private DigitSkeletons() {}

    /**
     * A point the pen passes through.
     *
     * @param x rightwards
     * @param y downwards
     * @param corner whether the pen turns sharply there
     */
    record Point(double x, double y, boolean corner) {}

    /** The ways to write a digit: each a list of strokes, from setting the pen down to lifting it. */
    static List<List<List<Point>>> of(int digit) {
        return BY_CLASS.get(digit);
    }

    private static List<List<List<Point>>> parseClass(String lines) {
        return lines.lines()
                .map(line -> Arrays.stream(line.split("\\|", -1))
                        .map(DigitSkeletons::parseStroke)
                        .toList())
                .toList();
    }

    private static List<Point> parseStroke(String points) {
        return Arrays.stream(points.strip().split(" ", -1))
                .map(DigitSkeletons::parsePoint)
                .toList();
    }

    private static Point parsePoint(String point) {
        int comma = point.indexOf(',');
        boolean corner = point.endsWith("!");
        return new Point(
                Double.parseDouble(point.substring(0, comma)),
                Double.parseDouble(point.substring(comma + 1, point.length() - (corner ? 1 : 0))),
                corner);
    }
}
