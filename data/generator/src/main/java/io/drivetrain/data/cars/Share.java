package io.drivetrain.data.cars;

/** A value and how often it occurs. */
record Share(int value, int weight) {}
