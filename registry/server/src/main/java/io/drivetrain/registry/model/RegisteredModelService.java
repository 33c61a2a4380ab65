package io.drivetrain.registry.model;

import static io.drivetrain.registry.audit.Action.MODEL_CREATED;
import static io.drivetrain.registry.audit.Action.MODEL_DELETED;
import static io.drivetrain.registry.audit.Action.MODEL_RENAMED;
import static io.drivetrain.registry.audit.Action.MODEL_TAG_DELETED;
import static io.drivetrain.registry.audit.Action.MODEL_TAG_SET;

import io.drivetrain.registry.audit.Change;
import io.drivetrain.registry.audit.Subject.OfModel;
import io.drivetrain.registry.model.RegisteredModelRequest.CreateRegisteredModel;
import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.Refusal;
import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.protocol.Tag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;

/** Registered models: the names under which versions are kept. */
@ApplicationScoped
@Transactional
public class RegisteredModelService {
  private static final int MAX_PAGE = 1000;
  private static final int MAX_DESCRIPTION = 100_000;

  /**
   * One page of a search.
   *
   * @param nextPageToken null on the last page
   */
  public record Page(List<RegisteredModel> registeredModels, String nextPageToken) {}

  private final RegisteredModelRepository repository;
  private final ModelVersionRepository versions;
  private final ModelChanges changes;

  RegisteredModelService(
      RegisteredModelRepository repository, ModelVersionRepository versions, ModelChanges changes) {
    this.repository = repository;
    this.versions = versions;
    this.changes = changes;
  }

  public RegisteredModel create(CreateRegisteredModel request) {
    ModelName.check(request.name());
    Fields.maxLength("description", request.description(), MAX_DESCRIPTION);
    ModelName.checkTags(request.tags());
    requireFree(request.name());
    var model = new RegisteredModelEntity();
    model.name = request.name();
    model.description = request.description();
    model.createdAt = changes.now();
    model.updatedAt = model.createdAt;
    model.tags.putAll(Tag.mapOf(request.tags()));
    try {
      repository.persistAndFlush(model);
    } catch (ConstraintViolationException taken) {
      throw nameTaken(request.name());
    }
    changes.note(model, Change.of(MODEL_CREATED, new OfModel(model.name)));
    return toWire(List.of(model)).getFirst();
  }

  public RegisteredModel get(String name) {
    return find(name).orElseThrow(() -> unknown(name));
  }

  public Optional<RegisteredModel> find(String name) {
    return repository.byName(name).map(model -> toWire(List.of(model)).getFirst());
  }

  public Page search(String filterText, long maxResults, List<String> orderBy, String pageToken) {
    int size = Fields.pageSize(maxResults, MAX_PAGE);
    var page = PromptFilter.page(filterText, orderBy, pageToken, size, repository::search);
    return new Page(toWire(page.rows()), page.nextPageToken());
  }

  public RegisteredModel update(String name, String description) {
    Fields.maxLength("description", description, MAX_DESCRIPTION);
    var model = lock(name);
    model.description = description;
    changes.touch(model);
    return toWire(List.of(model)).getFirst();
  }

  public RegisteredModel rename(String name, String newName) {
    ModelName.check(newName);
    var model = lock(name);
    requireFree(newName);
    changes.touch(model);
    model.name = newName;
    try {
      repository.flush();
    } catch (ConstraintViolationException taken) {
      throw nameTaken(newName);
    }
    changes.record(model, Change.of(MODEL_RENAMED, new OfModel(newName), name, newName));
    return toWire(List.of(model)).getFirst();
  }

  /** With all its versions, whatever their stage. */
  public void delete(String name) {
    var model = lock(name);
    changes.record(model, Change.of(MODEL_DELETED, new OfModel(name)));
    repository.flush();
    repository.deleteWithVersions(model);
  }

  public void setTag(String name, String key, String value) {
    ModelName.checkTag(key, value);
    var model = lock(name);
    var before = model.tags.put(key, value);
    if (!value.equals(before)) {
      changes.note(model, Change.of(MODEL_TAG_SET, new OfModel(name), key, before, value));
    }
  }

  /** A tag that is not there is no error, unlike on a run. */
  public void deleteTag(String name, String key) {
    var model = lock(name);
    var before = model.tags.remove(key);
    if (before != null) {
      changes.note(model, Change.of(MODEL_TAG_DELETED, new OfModel(name), key, before, null));
    }
  }

  private List<RegisteredModel> toWire(List<RegisteredModelEntity> models) {
    var latest =
        versions.latestByStage(models).stream()
            .collect(Collectors.groupingBy(version -> version.model.id));
    return models.stream()
        .map(model ->
            model.toWire(
                latest.getOrDefault(model.id, List.of()).stream()
                    .map(ModelVersionEntity::toWire)
                    .toList()))
        .toList();
  }

  /** The database refuses a taken name too, when two requests meet; this spares it the error. */
  private void requireFree(String name) {
    if (repository.byName(name).isPresent()) {
      throw nameTaken(name);
    }
  }

  private RegisteredModelEntity lock(String name) {
    return repository.lock(name).orElseThrow(() -> unknown(name));
  }

  static RegistryException unknown(String name) {
    return Refusal.NO_MODEL.with(name);
  }

  private static RegistryException nameTaken(String name) {
    return Refusal.MODEL_EXISTS.with(name);
  }
}
