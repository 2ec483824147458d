package noisebook.train;

/** Watches a run; called on the training thread every few steps, so it must be quick. */
@FunctionalInterface
public interface TrainingListener {
    /** Nobody watches. */
    TrainingListener NONE = (progress, log) -> {};

    /**
     * A new reading of the losses.
     *
     * @param progress where the run stands
     * @param log all readings so far, this one included
     */
    void onProgress(TrainingProgress progress, TrainingLog log);

    /** This listener and then another. */
    default TrainingListener and(TrainingListener next) {
        return (progress, log) -> {
            onProgress(progress, log);
            next.onProgress(progress, log);
        };
    }
}
