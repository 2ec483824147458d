/** Teaching implementations of generative computer vision: every figure computed, every formula tested. */
package noisebook;
