package noisebook.notebook;

/** A program that shows 1 + 1 and no more. */
final class RendersANumber {
    private RendersANumber() {}

    public static void main(String[] args) {
        System.out.println("shown: " + Rendering.of(1 + 1).plain());
    }
}
