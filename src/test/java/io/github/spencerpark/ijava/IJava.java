package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.kernel.BaseKernel;

/** Stands where stock IJava has its main class, which no repository holds. */
public final class IJava {
    private static volatile BaseKernel kernel;

    private IJava() {}

    public static BaseKernel getKernelInstance() {
        return kernel;
    }

    public static void start(BaseKernel started) {
        kernel = started;
    }
}
