package io.drivetrain.pipeline.learning.html;

/**
 * A word with a colour that repeats what it says.
 *
 * @param kind good, bad, warn, busy or quiet
 */
public record Badge(String kind, String text) {}
