package io.drivetrain.pipeline.engine.definition;

/** The definition folder holds something else than before, and the catalog has it. */
public record DefinitionsChanged() {}
