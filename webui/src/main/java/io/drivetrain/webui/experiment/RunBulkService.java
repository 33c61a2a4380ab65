package io.drivetrain.webui.experiment;

import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.tracking.TrackingClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** Changes many runs, one by one: a run that refuses does not keep the others from changing. */
@ApplicationScoped
public class RunBulkService {
  /** What people wrote about a run. */
  public static final String NOTE = "mlflow.note.content";

  private final TrackingClient tracking;

  RunBulkService(RegistryClient registry) {
    this.tracking = registry.tracking();
  }

  /** Sets a tag, or changes it. */
  public BulkOutcome tag(Collection<String> runs, String key, String value) {
    return each(runs, run -> tracking.setTag(run, key, value));
  }

  /** Moves runs to the trash. */
  public BulkOutcome delete(Collection<String> runs) {
    return each(runs, tracking::deleteRun);
  }

  public BulkOutcome restore(Collection<String> runs) {
    return each(runs, tracking::restoreRun);
  }

  /** Ends early when the registry is away: the others would fail one by one, slowly. */
  private static BulkOutcome each(Collection<String> runs, Consumer<String> change) {
    int done = 0;
    int failed = 0;
    Optional<String> reason = Optional.empty();
    for (String run : runs) {
      try {
        change.accept(run);
        done++;
      } catch (RegistryClientException refused) {
        reason = reason.or(() -> Optional.of(refused.getMessage()));
        failed++;
        if (refused.mayPass()) {
          return new BulkOutcome(done, runs.size() - done, reason);
        }
      }
    }
    return new BulkOutcome(done, failed, reason);
  }
}
