package noisebook.touch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** Numbers in few letters: in half precision (IEEE 754 binary16), as shipped weights are, little-endian, in base 64. */
final class Halves {
    private static final int BIAS = 15;
    private static final int FRACTION = 1 << 10;

    private Halves() {}

    static String packed(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putShort(of(value));
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /** The nearest half; beyond ±65,504 infinity. */
    static short of(float value) {
        int sign = value < 0 ? 1 << 15 : 0;
        float size = Math.abs(value);
        int exponent = Math.max(Math.getExponent(size), 1 - BIAS);
        if (exponent > BIAS) {
            return (short) (sign | 31 << 10);
        }
        int steps = Math.round(Math.scalb(size, 10 - exponent)); // 1024 to 2048, fewer below the smallest normal number
        return (short) (sign | (exponent + BIAS - 1) * FRACTION + steps);
    }
}
