package noisebook.vae;

import noisebook.data.ImageSet;

/** Small made-up images. */
final class Stripes {
    private Stripes() {}

    /** Image k is lit in every row whose number has the remainder k modulo n. */
    static ImageSet of(int n) {
        byte[] pixels = new byte[n * 784];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % 784 / 28 % n == i / 784 ? (byte) 255 : 0;
        }
        return ImageSet.of("stripes", 1, 28, 28, pixels, new int[n]);
    }
}
