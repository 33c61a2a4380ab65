package io.drivetrain.pipeline.definition;

/** The definition folder holds something else than before, and the catalog has it. */
public record DefinitionsChanged() {}
