package noisebook.notebook;

import noisebook.nn.Module;
import noisebook.train.TrainingLog;

/**
 * A model trained in a cell, and its losses.
 *
 * @param model ready to use
 * @param log what happened
 */
public record Trained<M extends Module>(M model, TrainingLog log) {}
