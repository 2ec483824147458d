package noisebook.tensor;

import java.util.function.DoubleUnaryOperator;

/** What the operators of {@link Ops} should give, written out in loops over doubles; arrays are flat, row-major. */
final class PlainMath {
    private PlainMath() {}

    /** An operator's value, from its inputs and their shapes. */
    @FunctionalInterface
    interface Formula {
        double[] apply(double[][] in, long[][] shapes);
    }

    static Formula elementwise(DoubleUnaryOperator f) {
        return (in, shapes) -> {
            double[] y = new double[in[0].length];
            for (int i = 0; i < y.length; i++) {
                y[i] = f.applyAsDouble(in[0][i]);
            }
            return y;
        };
    }

    static Formula convolution(int stride, int padding) {
        return (in, shapes) -> {
            double[] x = in[0];
            double[] weight = in[1];
            int n = (int) shapes[0][0];
            int channels = (int) shapes[0][1];
            int height = (int) shapes[0][2];
            int width = (int) shapes[0][3];
            int out = (int) shapes[1][0];
            int kernel = (int) shapes[1][2];
            int rows = (height + 2 * padding - kernel) / stride + 1;
            int columns = (width + 2 * padding - kernel) / stride + 1;
            double[] y = new double[n * out * rows * columns];
            for (int place = 0; place < n * out * rows; place++) {
                int image = place / rows / out;
                int o = place / rows % out;
                int row = place % rows;
                for (int column = 0; column < columns; column++) {
                    double sum = in[2][o];
                    for (int c = 0; c < channels; c++) {
                        for (int i = 0; i < kernel; i++) {
                            int from = row * stride - padding + i;
                            for (int j = 0; j < kernel && from >= 0 && from < height; j++) {
                                int left = column * stride - padding + j;
                                if (left >= 0 && left < width) {
                                    sum += x[((image * channels + c) * height + from) * width + left]
                                            * weight[((o * channels + c) * kernel + i) * kernel + j];
                                }
                            }
                        }
                    }
                    y[place * columns + column] = sum;
                }
            }
            return y;
        };
    }

    static double[] linear(double[][] in, long[][] shapes) {
        int inputs = (int) shapes[1][1];
        int outputs = (int) shapes[1][0];
        int rows = in[0].length / inputs;
        double[] y = new double[rows * outputs];
        for (int r = 0; r < rows; r++) {
            for (int o = 0; o < outputs; o++) {
                double sum = in[2][o];
                for (int i = 0; i < inputs; i++) {
                    sum += in[0][r * inputs + i] * in[1][o * inputs + i];
                }
                y[r * outputs + o] = sum;
            }
        }
        return y;
    }

    static double[] modulate(double[][] in, long[][] shapes) {
        return perChannel(in, shapes, true);
    }

    static double[] shift(double[][] in, long[][] shapes) {
        return perChannel(in, shapes, false);
    }

    /** (1 + scale) x + shift with both in one array, or x + shift. */
    private static double[] perChannel(double[][] in, long[][] shapes, boolean scaled) {
        int channels = (int) shapes[0][1];
        int pixels = (int) (shapes[0][2] * shapes[0][3]);
        double[] y = new double[in[0].length];
        for (int i = 0; i < y.length; i++) {
            int image = i / pixels / channels;
            int c = i / pixels % channels;
            y[i] = scaled
                    ? (1 + in[1][image * 2 * channels + c]) * in[0][i] + in[1][(image * 2 + 1) * channels + c]
                    : in[0][i] + in[1][image * channels + c];
        }
        return y;
    }

    static double[] upsample(double[][] in, long[][] shapes) {
        int width = (int) shapes[0][3];
        double[] y = new double[4 * in[0].length];
        for (int i = 0; i < y.length; i++) {
            int column = i % (2 * width);
            int row = i / (2 * width); // of all images and channels
            y[i] = in[0][row / 2 * width + column / 2];
        }
        return y;
    }

    static double[] pixelShuffle(double[][] in, long[][] shapes) {
        int height = (int) shapes[0][2];
        int width = (int) shapes[0][3];
        double[] y = new double[in[0].length];
        for (int i = 0; i < y.length; i++) {
            int column = i % (2 * width);
            int row = i / (2 * width) % (2 * height);
            int plane = i / (4 * width * height); // image and channel of the result
            int from = plane * 4 + row % 2 * 2 + column % 2;
            y[i] = in[0][(from * height + row / 2) * width + column / 2];
        }
        return y;
    }

    static Formula groupNorm(int groups) {
        return (in, shapes) -> {
            int channels = (int) shapes[0][1];
            int pixels = (int) (shapes[0][2] * shapes[0][3]);
            int size = channels / groups * pixels;
            double[] y = new double[in[0].length];
            for (int start = 0; start < y.length; start += size) {
                double mean = 0;
                double square = 0;
                for (int i = start; i < start + size; i++) {
                    mean += in[0][i] / size;
                    square += in[0][i] * in[0][i] / size;
                }
                double sigma = Math.sqrt(square - mean * mean + 1e-5);
                for (int i = start; i < start + size; i++) {
                    int c = i / pixels % channels;
                    y[i] = (in[0][i] - mean) / sigma * in[1][c] + in[2][c];
                }
            }
            return y;
        };
    }

    static Formula batchNorm(boolean training) {
        return (in, shapes) -> {
            int channels = (int) shapes[0][1];
            int pixels = in[0].length / (int) (shapes[0][0] * channels);
            int count = in[0].length / channels;
            double[] mean = training ? new double[channels] : in[1];
            double[] variance = training ? new double[channels] : in[2];
            for (int i = 0; training && i < in[0].length; i++) {
                mean[i / pixels % channels] += in[0][i] / count;
            }
            for (int i = 0; training && i < in[0].length; i++) {
                int c = i / pixels % channels;
                variance[c] += Math.pow(in[0][i] - mean[c], 2) / count;
            }
            double[] y = new double[in[0].length];
            for (int i = 0; i < y.length; i++) {
                int c = i / pixels % channels;
                y[i] = (in[0][i] - mean[c]) / Math.sqrt(variance[c] + 1e-5) * in[3][c] + in[4][c];
            }
            return y;
        };
    }

    static double[] attention(double[][] in, long[][] shapes) {
        int n = (int) shapes[0][0];
        int asked = (int) shapes[0][1];
        int d = (int) shapes[0][2];
        int seen = (int) shapes[1][1];
        int e = (int) shapes[2][2];
        double[] y = new double[n * asked * e];
        for (int q = 0; q < n * asked; q++) {
            double[] weights = new double[seen];
            double total = 0;
            for (int k = 0; k < seen; k++) {
                double product = 0;
                for (int i = 0; i < d; i++) {
                    product += in[0][q * d + i] * in[1][(q / asked * seen + k) * d + i];
                }
                weights[k] = Math.exp(product / Math.sqrt(d));
                total += weights[k];
            }
            for (int k = 0; k < seen; k++) {
                for (int i = 0; i < e; i++) {
                    y[q * e + i] += weights[k] / total * in[2][(q / asked * seen + k) * e + i];
                }
            }
        }
        return y;
    }

    static double[] binaryCrossEntropy(double[][] in, long[][] shapes) {
        double[] y = new double[in[0].length];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.log1p(Math.exp(in[0][i])) - in[1][i] * in[0][i];
        }
        return y;
    }

    static double[] crossEntropy(double[][] in, long[][] shapes) {
        int classes = (int) shapes[0][1];
        int n = (int) shapes[0][0];
        double mean = 0;
        for (int row = 0; row < n; row++) {
            double total = 0;
            for (int c = 0; c < classes; c++) {
                total += Math.exp(in[0][row * classes + c]);
            }
            mean += (Math.log(total) - in[0][row * classes + (int) in[1][row]]) / n;
        }
        return new double[] {mean};
    }
}
