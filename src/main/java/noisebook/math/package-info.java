/** Closed forms in plain doubles: every number that a figure is checked against. */
package noisebook.math;
