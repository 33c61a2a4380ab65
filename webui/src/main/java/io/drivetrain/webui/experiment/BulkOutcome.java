package io.drivetrain.webui.experiment;

import java.util.Optional;

/**
 * What became of a change to many runs.
 *
 * @param done runs that were changed
 * @param failed runs that were not
 * @param reason why the first of those was not, in the registry's words
 */
public record BulkOutcome(int done, int failed, Optional<String> reason) {}
