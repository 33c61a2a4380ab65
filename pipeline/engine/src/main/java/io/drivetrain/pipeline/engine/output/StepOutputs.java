package io.drivetrain.pipeline.engine.output;

import io.drivetrain.pipeline.api.step.Dataset;
import io.drivetrain.pipeline.api.step.StepDocument;
import io.drivetrain.pipeline.api.step.StepLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** What the steps of a run have produced so far, in the order of the steps. */
public final class StepOutputs {
  /** Of a run that has not begun. */
  public static final StepOutputs NONE = new StepOutputs(List.of());

  private static final Logger LOG = Logger.getLogger(StepOutputs.class);

  private final List<StoredOutput> stored;

  public StepOutputs(List<StoredOutput> stored) {
    this.stored = List.copyOf(stored);
  }

  /**
   * The result of the last step whose kind declares a type.
   *
   * @param type the record, or an interface that records of several kinds implement
   * @throws IllegalStateException when what is stored cannot be read as the declared record
   */
  public <T> Optional<T> find(Class<T> type) {
    return results(type).reduce((earlier, later) -> later);
  }

  /** A value of the last step that has it. */
  public <T, V> Optional<V> find(Class<T> type, Function<T, Optional<V>> value) {
    return results(type)
        .flatMap(result -> value.apply(result).stream())
        .reduce((earlier, later) -> later);
  }

  /** What is stored, by step; empty for a step that has produced nothing. */
  public Map<String, StepDocument> documents() {
    Map<String, StepDocument> documents = new LinkedHashMap<>();
    stored.forEach(one -> documents.put(one.step(), one.document()));
    return documents;
  }

  /** What the steps declare to show; of two links with the same name the later one. */
  public List<StepLink> links() {
    Map<String, StepLink> links = new LinkedHashMap<>();
    declared((output, result) -> output.links().apply(result))
        .forEach(link -> links.put(link.name(), link));
    return List.copyOf(links.values());
  }

  /** The data that the steps have read. */
  public List<Dataset> read() {
    return declared((output, result) -> output.reads().apply(result)).distinct().toList();
  }

  /** The data that the steps have written. */
  public List<Dataset> written() {
    return declared((output, result) -> output.written().apply(result, this)).distinct().toList();
  }

  private <T> Stream<T> results(Class<T> type) {
    return stored.stream()
        .filter(one -> !one.isEmpty() && type.isAssignableFrom(one.declared().type()))
        .map(one -> type.cast(one.read()));
  }

  private interface Declaration<D> extends BiFunction<StepOutput<Record>, Record, List<D>> {}

  /** Something old that cannot be read any more must not hide the rest. */
  @SuppressWarnings("unchecked") // a result is of the type that its own output declares
  private <D> Stream<D> declared(Declaration<D> declaration) {
    List<D> all = new ArrayList<>();
    for (StoredOutput one : stored) {
      if (!one.isEmpty()) {
        try {
          all.addAll(declaration.apply((StepOutput<Record>) one.declared(), one.read()));
        } catch (IllegalStateException unreadable) {
          LOG.debug("An output is shown without its links", unreadable);
        }
      }
    }
    return all.stream();
  }
}
