package io.drivetrain.pipeline.engine.run;

import io.drivetrain.access.body.JsonRequest;
import io.drivetrain.access.body.StoredText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a person asks of a run.
 *
 * @param params overrides of the declared parameters, by dotted name; may be absent
 * @param note why it was triggered, up to 1000 characters; may be absent
 * @param labels what people sort runs by, at most 20; may be absent
 * @param dryRun true only tells what would be; nothing is written, and no Idempotency-Key used up
 */
public record RunRequest(
    @Schema(examples = "{\"data\":\"raw/moroccan-cars.csv\",\"train.trees\":200}")
        Map<String, Object> params,
    @StoredText(max = 1000) String note,
    RunLabels labels,
    boolean dryRun)
    implements JsonRequest {

  public RunRequest {
    params = params == null ? Map.of() : new LinkedHashMap<>(params);
    note = Objects.requireNonNullElse(note, "");
    labels = Objects.requireNonNullElse(labels, RunLabels.NONE);
  }
}
