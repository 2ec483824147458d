package noisebook.repl;

/**
 * Signature and explanation of a name.
 *
 * @param text as plain text
 * @param html as HTML
 */
public record Documentation(String text, String html) {}
