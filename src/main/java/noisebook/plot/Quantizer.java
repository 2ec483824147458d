package noisebook.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A palette for many colours, by median cut (Heckbert 1982): the set with the most pixels times the widest channel is cut at that channel's median,
 * until there are enough sets; each set's mean is a colour. Then colours and sets settle: each pixel takes the nearest colour, each colour the mean of
 * its pixels. Colours are told apart by six bits a channel.
 */
final class Quantizer {
    private static final int BUCKETS = 1 << 18;

    private static final int ROUNDS = 8;
    /** The mean over pixels of the distance to their colour, in levels. */
    private static final double TOLERANCE = 1;
    /** Pixels of a dot, and how far, in levels, its colour may move. */
    private static final int DOT = 100;

    private static final int VISIBLE = 20;

    private final long[] counts = new long[BUCKETS];
    private final long[][] sums = new long[3][BUCKETS];
    private final byte[] codes = new byte[BUCKETS];

    /** Counts colours 0xRRGGBB. */
    void count(int[] pixels) {
        for (int pixel : pixels) {
            int bucket = bucket(pixel);
            counts[bucket]++;
            for (int channel = 0; channel < 3; channel++) {
                sums[channel][bucket] += (pixel >> (16 - 8 * channel)) & 0xFF;
            }
        }
    }

    /** The colours, opaque 0xAARRGGBB, at most {@code size}; {@link #code} points into them. */
    int[] palette(int size) {
        List<int[]> sets = new ArrayList<>();
        sets.add(
                IntStream.range(0, BUCKETS).filter(bucket -> counts[bucket] > 0).toArray());
        while (sets.size() < size) {
            int[] widest =
                    sets.stream().max(Comparator.comparingDouble(this::weight)).orElseThrow();
            if (widest.length < 2) {
                break;
            }
            sets.remove(widest);
            sets.addAll(cut(widest));
        }
        int[] used = sets.stream().flatMapToInt(IntStream::of).toArray();
        int[] colors = sets.stream().mapToInt(this::mean).toArray();
        for (int round = 0; round < ROUNDS; round++) {
            colors = moved(colors, used);
        }
        assign(colors, used);
        return colors;
    }

    /** Gives each bucket the nearest colour, then makes each colour the mean of its buckets (Lloyd 1982). */
    private int[] moved(int[] colors, int[] used) {
        assign(colors, used);
        Map<Integer, List<Integer>> sets =
                IntStream.of(used).boxed().collect(Collectors.groupingBy(bucket -> codes[bucket] & 0xFF));
        return IntStream.range(0, colors.length)
                .map(i -> sets.containsKey(i)
                        ? mean(sets.get(i).stream().mapToInt(Integer::intValue).toArray())
                        : colors[i])
                .toArray();
    }

    private void assign(int[] colors, int[] used) {
        for (int bucket : used) {
            int nearest = 0;
            for (int i = 1; i < colors.length; i++) {
                nearest = distance(bucket, colors[i]) < distance(bucket, colors[nearest]) ? i : nearest;
            }
            codes[bucket] = (byte) nearest;
        }
    }

    /** The squared distance of the mean colour of a bucket to a colour. */
    private double distance(int bucket, int color) {
        double sum = 0;
        for (int channel = 0; channel < 3; channel++) {
            double difference =
                    sums[channel][bucket] / (double) counts[bucket] - ((color >> (16 - 8 * channel)) & 0xFF);
            sum += difference * difference;
        }
        return sum;
    }

    /**
     * The palette of {@code least} colours, or twice as many and so on up to {@code most}, until hardly a pixel changes and nothing as large as a dot of
     * a chart changes its colour: most charts need few.
     */
    int[] palette(int least, int most) {
        int[] used =
                IntStream.range(0, BUCKETS).filter(bucket -> counts[bucket] > 0).toArray();
        int[] colors = palette(least);
        for (int size = 2 * least; size <= most && !faithful(colors, used); size *= 2) {
            colors = palette(size);
        }
        return colors;
    }

    private boolean faithful(int[] colors, int[] used) {
        double error = 0;
        for (int bucket : used) {
            double distance = distance(bucket, colors[codes[bucket] & 0xFF]);
            if (counts[bucket] >= DOT && distance > VISIBLE * VISIBLE) {
                return false;
            }
            error += counts[bucket] * Math.sqrt(distance);
        }
        return error / population(used) <= TOLERANCE;
    }

    /** The index of a counted colour in the palette made last. */
    byte code(int pixel) {
        return codes[bucket(pixel)];
    }

    private static int bucket(int pixel) {
        return ((pixel >> 18) & 0x3F) | ((pixel >> 10) & 0x3F) << 6 | ((pixel >> 2) & 0x3F) << 12;
    }

    private static int level(int bucket, int channel) {
        return (bucket >> (6 * channel)) & 0x3F;
    }

    /** Few pixels may be far apart and many close: the root keeps rare colours in the game. */
    private double weight(int[] set) {
        return set.length < 2 ? -1 : range(set, widestChannel(set)) * Math.sqrt((double) population(set));
    }

    private long population(int[] set) {
        return IntStream.of(set).mapToLong(bucket -> counts[bucket]).sum();
    }

    private static int range(int[] set, int channel) {
        int low = IntStream.of(set).map(bucket -> level(bucket, channel)).min().orElseThrow();
        int high = IntStream.of(set).map(bucket -> level(bucket, channel)).max().orElseThrow();
        return high - low;
    }

    private static int widestChannel(int[] set) {
        int widest = 0;
        for (int channel = 1; channel < 3; channel++) {
            widest = range(set, channel) > range(set, widest) ? channel : widest;
        }
        return widest;
    }

    private List<int[]> cut(int[] set) {
        int channel = widestChannel(set);
        int[] sorted = IntStream.of(set)
                .boxed()
                .sorted(Comparator.comparingInt(bucket -> level(bucket, channel)))
                .mapToInt(Integer::intValue)
                .toArray();
        long half = population(set) / 2;
        int end = 0;
        for (long seen = 0; end < sorted.length - 1 && (end == 0 || seen < half); end++) {
            seen += counts[sorted[end]];
        }
        int split = end;
        return List.of(
                IntStream.range(0, split).map(i -> sorted[i]).toArray(),
                IntStream.range(split, sorted.length).map(i -> sorted[i]).toArray());
    }

    private int mean(int[] set) {
        long population = population(set);
        int color = 0xFF;
        for (long[] channel : sums) {
            long sum = IntStream.of(set).mapToLong(bucket -> channel[bucket]).sum();
            color = color << 8 | (int) ((sum + population / 2) / population);
        }
        return color;
    }
}
