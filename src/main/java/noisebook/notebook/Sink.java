package noisebook.notebook;

import java.util.Optional;

/** Where displays go: the outputs of a notebook that runs headless, or a kernel's front end. */
public interface Sink {
    /**
     * Shows a new output.
     *
     * @param id names it for later updates
     * @param content what to show
     */
    void display(String id, MimeBundle content);

    /**
     * Replaces an output shown before; does nothing when there is none.
     *
     * @param id the name it was shown under
     * @param content what to show now
     */
    void update(String id, MimeBundle content);

    /**
     * Removes what the running cell has shown so far.
     *
     * @param wait whether to remove it only when something new is shown
     */
    default void clear(boolean wait) {}

    /**
     * Reports what is going on in one line, for a status bar.
     *
     * @param line such as {@code training 40/100, 12.3 steps/s, ETA 0:05}
     */
    default void status(String line) {}

    /**
     * Lets pages shown in the notebook speak while no cell runs.
     *
     * @param listener hears them
     * @return what a page needs to be heard; nothing where pages cannot speak
     */
    default Optional<PageLine> listen(PageListener listener) {
        return Optional.empty();
    }
}
