package noisebook.train;

import noisebook.nn.Network;

/**
 * One side of the training: a network, what it minimises, and how often it moves. A plain model is a game with one player; a GAN has two.
 * While one player moves, the parameters of the others are frozen.
 *
 * @param name prefix of its losses in a game of several players
 * @param network the network
 * @param objective its loss
 * @param updates optimiser steps it takes each training step, on a batch of its own each
 * @param learningRate of its Adam
 */
public record Player(String name, Network network, Objective objective, int updates, double learningRate) {
    /** Checks the counts. */
    public Player {
        if (updates < 1) {
            throw new IllegalArgumentException(name + " must be updated at least once a step, was " + updates);
        }
        if (!(learningRate > 0)) {
            throw new IllegalArgumentException("learningRate of " + name + " must be positive, was " + learningRate);
        }
    }
}
