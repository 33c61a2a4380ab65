/**
 * What {@code @Scheduled} leaves open: failures that are logged once and not at every turn, turns
 * that are less than a second apart, and the injected clock.
 */
package io.drivetrain.periodic;
