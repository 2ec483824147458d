package noisebook.vae;

import noisebook.data.ImageSet;

/** Small made-up images. */
final class Images {
    private Images() {}

    /** Image k is lit in every row whose number has the remainder k modulo n. */
    static ImageSet stripes(int n) {
        float[] pixels = new float[n * 784];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % 784 / 28 % n == i / 784 ? 1 : 0;
        }
        return ImageSet.of("stripes", 28, 28, pixels, new int[n]);
    }
}
