package io.drivetrain.pipeline.run;

import java.util.Optional;

/** Which runs a list shows. */
public record RunFilter(Optional<String> pipeline, Optional<RunState> state) {}
