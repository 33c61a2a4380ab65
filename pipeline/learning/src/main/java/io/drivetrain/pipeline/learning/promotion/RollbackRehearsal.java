package io.drivetrain.pipeline.learning.promotion;

import io.drivetrain.models.bundle.BundleException;
import io.drivetrain.models.bundle.BundleReader;
import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.schema.RowReading;
import io.drivetrain.pipeline.api.gate.GateDetails;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.learning.evaluation.PermanentFailure;
import io.drivetrain.pipeline.learning.tracking.ModelSpec;
import io.drivetrain.registry.client.http.ErrorCode;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.model.Change;
import io.drivetrain.registry.client.model.ModelRegistryClient;
import io.drivetrain.registry.client.source.ModelSource;
import io.drivetrain.registry.client.source.ModelUri;
import io.drivetrain.registry.client.source.ResolvedModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Goes the way to the challenger and back to the champion on an alias that nobody serves: whether
 * the registry moves it as asked, and whether the champion still answers as it does now. The
 * pointers of production stay where they are.
 */
final class RollbackRehearsal {
  static final String ALIAS = "rehearsal";

  /** Another version holds the alias, or the version is gone. */
  private static final Set<ErrorCode> BLOCKED =
      Set.of(ErrorCode.RESOURCE_CONFLICT, ErrorCode.RESOURCE_DOES_NOT_EXIST);

  private final ModelRegistryClient registry;
  private final ModelSource models;
  private final ModelSpec model;
  private final Stopwatch stopwatch;

  /**
   * @param models without a cache: it must see each move at once
   */
  RollbackRehearsal(
      ModelRegistryClient registry, ModelSource models, ModelSpec model, Stopwatch stopwatch) {
    this.registry = registry;
    this.models = models;
    this.model = model;
    this.stopwatch = stopwatch;
  }

  /**
   * @param rows that the champion predicts before and after
   */
  GateResult rehearse(String champion, String challenger, List<Map<String, Object>> rows) {
    end(registry, model);
    try {
      return way(champion, challenger, rows);
    } catch (BlockedException blocked) {
      return result(Severity.ERROR, false, blocked.getMessage(), details(champion, challenger));
    } finally {
      endWhateverHappens();
    }
  }

  /** Takes the alias away, if it is there. */
  static void end(ModelRegistryClient registry, ModelSpec model) {
    boolean left =
        registry
            .registeredModel(model.name())
            .filter(found -> found.aliases().containsKey(ALIAS))
            .isPresent();
    if (left) {
      registry.deleteAlias(model.name(), ALIAS);
    }
  }

  private GateResult way(String champion, String challenger, List<Map<String, Object>> rows) {
    Change why = Change.because("rehearsal of a rollback");
    give(champion, why.ifHeldByNobody());
    List<Double> before;
    try {
      before = predictions(held(champion), rows);
    } catch (BundleException | RegistryClientException unreadable) {
      return unreadable(champion, unreadable, details(champion, challenger));
    }
    give(challenger, why.ifHeldBy(champion));
    held(challenger);
    long start = stopwatch.nanos();
    give(champion, why.ifHeldBy(challenger));
    List<Double> after = predictions(held(champion), rows);
    double millis = stopwatch.millisSince(start);
    GateDetails details =
        new GateDetails.RollbackRehearsal(
            champion,
            challenger,
            ALIAS,
            Optional.of(rows.size()),
            Optional.of(before.stream().filter(value -> !value.isNaN()).count()),
            Optional.of(millis));
    boolean same = before.equals(after);
    String comparison =
        same
            ? String.format(
                Locale.ROOT,
                "rolling back to version %s takes %.0f ms, and it predicts %d rows as before",
                champion,
                millis,
                rows.size())
            : "version %s predicts other values after the rollback".formatted(champion);
    return result(Severity.ERROR, same, comparison, details);
  }

  /** There is no way back to it, with or without the challenger: that must not keep a model out. */
  private static GateResult unreadable(String champion, RuntimeException why, GateDetails details) {
    if (why instanceof RegistryClientException failed && !PermanentFailure.is(failed)) {
      throw failed;
    }
    String comparison =
        "rollback is impossible: version %s cannot be read: %s"
            .formatted(champion, why.getMessage());
    return result(Severity.WARN, false, comparison, details);
  }

  private void give(String version, Change change) {
    try {
      registry.setAlias(model.name(), ALIAS, version, change);
    } catch (RegistryClientException refused) {
      if (BLOCKED.contains(refused.errorCode())) {
        throw new BlockedException(refused.getMessage());
      }
      throw refused;
    }
  }

  private ResolvedModel held(String version) {
    return models
        .resolve(new ModelUri.OfAlias(model.name(), ALIAS))
        .filter(found -> found.version().equals(version))
        .orElseThrow(() ->
            new BlockedException(
                "alias %s of %s was set to version %s and does not name it"
                    .formatted(ALIAS, model.name(), version)));
  }

  /** NaN for a row that the model refuses; it must refuse it the second time too. */
  private List<Double> predictions(ResolvedModel resolved, List<Map<String, Object>> rows) {
    ModelBundle bundle = BundleReader.read(models.load(resolved).files());
    List<Double> predictions = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      RowReading reading = bundle.schema().read(row);
      double[] numbers =
          reading.isUsable() ? bundle.predict(reading).numbers() : new double[] {Double.NaN};
      Arrays.stream(numbers).forEach(predictions::add);
    }
    return predictions;
  }

  /**
   * Also in a thread that was told to stop; what is left even so, {@link StagedVersionCleanup}
   * finds.
   */
  private void endWhateverHappens() {
    boolean stopped = Thread.interrupted();
    try {
      end(registry, model);
    } finally {
      if (stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static GateDetails details(String champion, String challenger) {
    return new GateDetails.RollbackRehearsal(
        champion, challenger, ALIAS, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static GateResult result(
      Severity severity, boolean passed, String comparison, GateDetails details) {
    return new GateResult("rollback rehearsal", severity, passed, comparison, details);
  }

  /** The registry does not move the alias as asked. */
  private static final class BlockedException extends RuntimeException {
    BlockedException(String message) {
      super(message);
    }
  }
}
