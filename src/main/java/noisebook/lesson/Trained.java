package noisebook.lesson;

import noisebook.nn.Network;
import noisebook.train.TrainingLog;

/**
 * A model trained in a cell, and its losses.
 *
 * @param model ready to use
 * @param log what happened
 */
public record Trained<M extends Network>(M model, TrainingLog log) {}
