package noisebook.notebook;

/** A value that knows how it is shown. */
public interface Displayable {
    /** The representations, text among them. */
    MimeBundle toMime();
}
