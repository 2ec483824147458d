package noisebook.repl;

/**
 * Whether code could be run as it stands, which a console asks after each line.
 *
 * @param status what the code is
 * @param indent the spaces that the next line should begin with; empty unless the code is incomplete
 */
public record Completeness(Status status, String indent) {
    /** What a piece of code is. */
    public enum Status {
        /** It can be run. */
        COMPLETE,
        /** It goes on: a bracket, a string or a statement is open. */
        INCOMPLETE,
        /** No text that follows could make it Java. */
        INVALID,
        /** The compiler is busy with a running cell. */
        UNKNOWN
    }

    static Completeness of(Status status) {
        return new Completeness(status, "");
    }
}
