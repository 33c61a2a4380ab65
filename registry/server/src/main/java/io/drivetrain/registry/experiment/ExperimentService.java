package io.drivetrain.registry.experiment;

import static io.drivetrain.registry.audit.Action.EXPERIMENT_CREATED;
import static io.drivetrain.registry.audit.Action.EXPERIMENT_DELETED;
import static io.drivetrain.registry.audit.Action.EXPERIMENT_PURGED;
import static io.drivetrain.registry.audit.Action.EXPERIMENT_RENAMED;
import static io.drivetrain.registry.audit.Action.EXPERIMENT_RESTORED;
import static io.drivetrain.registry.audit.Action.EXPERIMENT_TAG_DELETED;
import static io.drivetrain.registry.audit.Action.EXPERIMENT_TAG_SET;
import static io.drivetrain.registry.protocol.LifecycleStage.ACTIVE;
import static io.drivetrain.registry.protocol.LifecycleStage.DELETED;

import io.drivetrain.registry.audit.AuditTrail;
import io.drivetrain.registry.audit.Change;
import io.drivetrain.registry.audit.Subject.OfExperiment;
import io.drivetrain.registry.experiment.ExperimentRequest.CreateExperiment;
import io.drivetrain.registry.experiment.ExperimentRequest.SearchExperiments;
import io.drivetrain.registry.location.LocationRules;
import io.drivetrain.registry.protocol.ArtifactUri;
import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.KeyName;
import io.drivetrain.registry.protocol.LifecycleStage;
import io.drivetrain.registry.protocol.Refusal;
import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.protocol.Tag;
import io.drivetrain.registry.search.FilterParser;
import io.drivetrain.registry.search.OffsetPage;
import io.drivetrain.registry.search.Order;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;

/** Experiments: the named folders of runs. */
@ApplicationScoped
@Transactional
public class ExperimentService {
  private static final int MAX_NAME = 500;
  private static final int MAX_TAG_VALUE = 5000;
  private static final int MAX_PAGE = 50_000;

  /** An experiment that takes runs. */
  public record Active(long id, String artifactLocation) {}

  /** Runs follow their experiment into the trash and back. */
  public record LifecycleChanged(long experiment, LifecycleStage stage) {}

  private final ExperimentRepository repository;
  private final LocationRules locations;
  private final Event<LifecycleChanged> lifecycleChanged;
  private final AuditTrail trail;
  private final Clock clock;

  ExperimentService(
      ExperimentRepository repository,
      LocationRules locations,
      Event<LifecycleChanged> lifecycleChanged,
      AuditTrail trail,
      Clock clock) {
    this.repository = repository;
    this.locations = locations;
    this.lifecycleChanged = lifecycleChanged;
    this.trail = trail;
    this.clock = clock;
  }

  /** The id of the new experiment; its files go to {@code mlflow-artifacts:/<id>} if not told. */
  public String create(CreateExperiment request) {
    checkName(request.name());
    requireFree(request.name());
    var experiment = new ExperimentEntity();
    experiment.name = request.name();
    experiment.artifactLocation = locations.checkedLocation(request.artifactLocation());
    experiment.lifecycleStage = ACTIVE;
    experiment.createdAt = now();
    experiment.updatedAt = experiment.createdAt;
    for (int i = 0; i < request.tags().size(); i++) {
      checkTag(i, request.tags().get(i));
    }
    experiment.tags.putAll(Tag.mapOf(request.tags()));
    try {
      repository.persistAndFlush(experiment);
    } catch (ConstraintViolationException taken) {
      throw nameTaken(request.name());
    }
    if (experiment.artifactLocation.isEmpty()) {
      experiment.artifactLocation = ArtifactUri.SCHEME + "/" + experiment.id;
    }
    trail.record(
        Change.of(EXPERIMENT_CREATED, new OfExperiment(experiment.id), null, experiment.name));
    return String.valueOf(experiment.id);
  }

  public Experiment get(String id) {
    return find(id).toWire();
  }

  /** Finds a deleted one too: clients look at its lifecycle stage. */
  public Experiment getByName(String name) {
    return repository
        .byName(name)
        .map(ExperimentEntity::toWire)
        .orElseThrow(() -> Refusal.NO_EXPERIMENT_OF_NAME.with(name));
  }

  public ExperimentPage search(SearchExperiments request) {
    int size = Fields.pageSize(request.maxResults(), MAX_PAGE);
    var filter = FilterParser.parse(request.filter());
    var orders = Order.parse(request.orderBy());
    var page =
        OffsetPage.read(
            List.of(filter, request.orderBy(), request.viewType()),
            request.pageToken(),
            size,
            (offset, limit) ->
                repository.search(filter, request.viewType(), orders, offset, limit));
    return new ExperimentPage(page.map(ExperimentEntity::toWire), page.nextPageToken());
  }

  public void rename(String id, String newName) {
    Fields.required("new_name", newName);
    checkName(newName);
    var experiment = requireActive(id);
    if (experiment.name.equals(newName)) {
      return;
    }
    requireFree(newName);
    trail.record(
        Change.of(EXPERIMENT_RENAMED, new OfExperiment(experiment.id), experiment.name, newName));
    experiment.name = newName;
    experiment.updatedAt = now();
    try {
      repository.flush();
    } catch (ConstraintViolationException taken) {
      throw nameTaken(newName);
    }
  }

  public void delete(String id) {
    move(id, ACTIVE, DELETED);
  }

  public void restore(String id) {
    move(id, DELETED, ACTIVE);
  }

  private void move(String id, LifecycleStage from, LifecycleStage to) {
    var experiment = find(id);
    if (experiment.lifecycleStage != from) {
      throw RegistryException.notFound(
          "No %s experiment with id=%s exists".formatted(from.wireName(), id));
    }
    experiment.lifecycleStage = to;
    experiment.updatedAt = now();
    experiment.deletedAt = to == DELETED ? experiment.updatedAt : null;
    var action = to == DELETED ? EXPERIMENT_DELETED : EXPERIMENT_RESTORED;
    trail.record(Change.of(action, new OfExperiment(experiment.id)));
    lifecycleChanged.fire(new LifecycleChanged(experiment.id, to));
  }

  /**
   * Deletes the row for good; the runs must be gone. Experiment 0 stays: clients that name none log
   * to it.
   */
  public PurgedExperiment purge(String id) {
    var experiment = find(id);
    if (experiment.lifecycleStage != DELETED) {
      throw RegistryException.invalid(
          "The experiment %s is not in the trash. Delete it first.".formatted(id));
    }
    if (experiment.id == 0) {
      throw RegistryException.invalid(
          "Experiment 0 cannot be purged: clients that name no experiment log to it.");
    }
    var purged =
        new PurgedExperiment(
            experiment.artifactLocation,
            experiment.artifactLocation.equals(ArtifactUri.SCHEME + "/" + experiment.id)
                && !repository.existsBelow(experiment.artifactLocation));
    trail.record(
        Change.of(EXPERIMENT_PURGED, new OfExperiment(experiment.id), experiment.name, null));
    repository.delete(experiment);
    repository.flush();
    return purged;
  }

  public void setTag(String id, String key, String value) {
    checkTag(KeyName.ALONE, new Tag(key, value));
    var experiment = requireActive(id);
    var before = experiment.tags.put(key, value);
    if (!value.equals(before)) {
      trail.record(
          Change.of(EXPERIMENT_TAG_SET, new OfExperiment(experiment.id), key, before, value));
    }
  }

  public void deleteTag(String id, String key) {
    var experiment = requireActive(id);
    var before = experiment.tags.remove(key);
    if (before == null) {
      throw RegistryException.notFound("No tag with key '%s' on experiment %s.".formatted(key, id));
    }
    trail.record(
        Change.of(EXPERIMENT_TAG_DELETED, new OfExperiment(experiment.id), key, before, null));
  }

  /** The experiment that a new run belongs to. */
  public Active active(String id) {
    var experiment = requireActive(id);
    return new Active(experiment.id, experiment.artifactLocation);
  }

  private ExperimentEntity requireActive(String id) {
    var experiment = find(id);
    if (experiment.lifecycleStage != ACTIVE) {
      throw Refusal.NOT_ACTIVE.with("experiment", id, experiment.lifecycleStage.wireName());
    }
    return experiment;
  }

  private ExperimentEntity find(String id) {
    return repository
        .findByIdOptional(parseId(id))
        .orElseThrow(() -> Refusal.NO_EXPERIMENT.with(id));
  }

  /** Experiment ids are whole numbers, written as strings. */
  public static long parseId(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw RegistryException.invalid(
          "Invalid experiment id '" + id + "': expected a whole number in a string.");
    }
  }

  /** The database refuses a taken name too, when two requests meet; this spares it the error. */
  private void requireFree(String name) {
    if (repository.byName(name).isPresent()) {
      throw nameTaken(name);
    }
  }

  private static void checkName(String name) {
    if (name.isBlank()) {
      throw RegistryException.invalid("Invalid experiment name: it must not be empty.");
    }
    Fields.maxLength("name", name, MAX_NAME);
  }

  private static void checkTag(int index, Tag tag) {
    KeyName.TAG.check(index, tag.key());
    Fields.maxLength("value", tag.value(), MAX_TAG_VALUE);
  }

  private static RegistryException nameTaken(String name) {
    return Refusal.EXPERIMENT_EXISTS.with(name);
  }

  /** The wire has milliseconds, so nothing finer is kept. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
