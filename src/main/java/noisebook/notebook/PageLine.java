package noisebook.notebook;

/**
 * How a page shown in a notebook reaches who listens to it: by a comm to a kernel.
 *
 * @param kernel the name under which the Jupyter server knows the kernel
 * @param target of the comm
 */
public record PageLine(String kernel, String target) {}
