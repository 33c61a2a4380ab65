package io.drivetrain.pipeline.engine.launch;

import io.drivetrain.access.body.JsonRequest;
import io.drivetrain.access.body.StoredText;
import io.drivetrain.pipeline.engine.run.RunLabels;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of a request for a run.
 *
 * @param params overrides of the declared parameters, by dotted name; may be absent
 * @param note why it was triggered, up to 1000 characters; optional
 * @param labels labels of the run, at most 20; optional
 * @param dryRun true returns a preview; nothing is written and no Idempotency-Key is used
 */
@Schema(description = "What is to be run. No body is a run with the defaults of the definition.")
public record RunRequest(
    @Schema(
            description = "Overrides of the declared parameters, by dotted name",
            examples = "{\"data\":\"raw/moroccan-cars.csv\",\"train.trees\":200}")
        Map<String, Object> params,
    @Schema(description = "Why it was triggered") @StoredText(max = 1000) String note,
    @Schema(description = "Labels of the run, at most 20") RunLabels labels,
    @Schema(description = "Returns a preview, and creates nothing") boolean dryRun)
    implements JsonRequest {

  public RunRequest {
    params = params == null ? Map.of() : new LinkedHashMap<>(params);
    note = Objects.requireNonNullElse(note, "");
    labels = Objects.requireNonNullElse(labels, RunLabels.NONE);
  }
}
