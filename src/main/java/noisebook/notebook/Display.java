package noisebook.notebook;

/**
 * A handle to something displayed; as the last value of a cell it shows nothing itself.
 *
 * @param id the name under which the output can be updated
 */
public record Display(String id) {
    /** Replaces what is shown. */
    public void update(Object value) {
        Notebook.update(id, value);
    }
}
