package io.drivetrain.pipeline.engine.catalog;

/** The definition folder holds something else than before, and the catalog has it. */
public record DefinitionsChanged() {}
