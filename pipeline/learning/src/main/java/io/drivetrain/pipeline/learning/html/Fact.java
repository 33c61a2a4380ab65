package io.drivetrain.pipeline.learning.html;

/** A named value of a page. */
public record Fact(String name, String value) {}
