package io.drivetrain.pipeline.engine.run;

import io.drivetrain.pipeline.api.run.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which runs a list shows.
 *
 * @param from triggered at that time or later
 * @param to triggered before that time
 * @param labels each must be on the run
 */
public record RunFilter(
    Optional<String> pipeline,
    Optional<RunState> state,
    Optional<Instant> from,
    Optional<Instant> to,
    RunLabels labels) {

  /** The conditions in SQL, beginning with "and", or nothing; their values are {@link #values}. */
  String conditions() {
    return String.join(
        " ",
        pipeline.isPresent() ? "and pipeline = ?" : "",
        state.isPresent() ? "and state = ?" : "",
        from.isPresent() ? "and created_at >= ?" : "",
        to.isPresent() ? "and created_at < ?" : "",
        labels.isEmpty() ? "" : "and labels @> cast(? as jsonb)");
  }

  List<Object> values() {
    List<Object> values = new ArrayList<>();
    pipeline.ifPresent(values::add);
    state.ifPresent(values::add);
    from.ifPresent(values::add);
    to.ifPresent(values::add);
    if (!labels.isEmpty()) {
      values.add(labels.json());
    }
    return values;
  }
}
