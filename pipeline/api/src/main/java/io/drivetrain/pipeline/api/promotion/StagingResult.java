package io.drivetrain.pipeline.api.promotion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * What the promotion to staging produced.
 *
 * @param modelName of the registered model
 * @param modelVersion that was made
 * @param stage where the version is now: {@code Staging}
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record StagingResult(String modelName, Optional<String> modelVersion, String stage)
    implements VersionedResult {}
