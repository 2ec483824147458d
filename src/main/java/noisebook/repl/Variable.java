package noisebook.repl;

/**
 * A variable of a session.
 *
 * @param type as Java writes it
 * @param name in the source
 * @param value as text, shortened
 */
public record Variable(String type, String name, String value) {}
