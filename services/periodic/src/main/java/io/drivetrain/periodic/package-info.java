/**
 * What {@code @Scheduled} leaves open: failures that are logged once and not at every turn, and
 * turns that are less than a second apart.
 */
package io.drivetrain.periodic;
