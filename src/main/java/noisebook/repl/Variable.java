package noisebook.repl;

/**
 * A variable of a session.
 *
 * @param type as Java writes it
 * @param name in the source
 */
public record Variable(String type, String name) {}
