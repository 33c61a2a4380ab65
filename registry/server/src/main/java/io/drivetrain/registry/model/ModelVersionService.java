package io.drivetrain.registry.model;

import static io.drivetrain.registry.audit.Action.ALIAS_MOVED;
import static io.drivetrain.registry.audit.Action.VERSION_CREATED;
import static io.drivetrain.registry.audit.Action.VERSION_DELETED;
import static io.drivetrain.registry.audit.Action.VERSION_PURGED;
import static io.drivetrain.registry.audit.Action.VERSION_RESTORED;
import static io.drivetrain.registry.audit.Action.VERSION_TAG_DELETED;
import static io.drivetrain.registry.audit.Action.VERSION_TAG_SET;

import io.drivetrain.registry.audit.Change;
import io.drivetrain.registry.audit.Subject.OfModel;
import io.drivetrain.registry.loggedmodel.LoggedModelService;
import io.drivetrain.registry.model.ModelVersionRequest.CreateModelVersion;
import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.Refusal;
import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.protocol.Tag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/**
 * Versions of registered models. Every change holds the row of the model, so changes come in turn.
 */
@ApplicationScoped
@Transactional
public class ModelVersionService {
  private static final int MAX_PAGE = 200_000;
  private static final int MAX_DESCRIPTION = 100_000;
  private static final int MAX_RUN_ID = 256;
  private static final int MAX_RUN_LINK = 2048;

  /**
   * One page of a search.
   *
   * @param nextPageToken null on the last page
   */
  public record Page(List<ModelVersion> modelVersions, String nextPageToken) {}

  private final RegisteredModelRepository models;
  private final ModelVersionRepository repository;
  private final ModelSource sources;
  private final LoggedModelService loggedModels;
  private final VersionFiles files;
  private final ModelChanges changes;

  ModelVersionService(
      RegisteredModelRepository models,
      ModelVersionRepository repository,
      ModelSource sources,
      LoggedModelService loggedModels,
      VersionFiles files,
      ModelChanges changes) {
    this.models = models;
    this.repository = repository;
    this.sources = sources;
    this.loggedModels = loggedModels;
    this.files = files;
    this.changes = changes;
  }

  /**
   * Its number is one more than any before it, deleted ones included. There is no version whose
   * files are not those that were uploaded, so that every version is READY.
   */
  public ModelVersion create(CreateModelVersion request) {
    ModelName.check(request.name());
    Fields.maxLength("description", request.description(), MAX_DESCRIPTION);
    Fields.maxLength("run_id", request.runId(), MAX_RUN_ID);
    Fields.maxLength("run_link", request.runLink(), MAX_RUN_LINK);
    ModelName.checkTags(request.tags());
    var made = sources.find(request.source(), request.modelId());
    var pinned = files.check(made.location());
    var model = lock(request.name());
    model.lastVersion++;
    var version = new ModelVersionEntity();
    version.model = model;
    version.version = model.lastVersion;
    version.stage = Stage.NONE;
    version.description = request.description();
    version.source = request.source();
    version.storageLocation = made.location();
    version.runId = request.runId().isEmpty() ? made.runId() : request.runId();
    version.runLink = request.runLink();
    version.createdAt = changes.now();
    version.updatedAt = version.createdAt;
    version.tags.putAll(Tag.mapOf(request.tags()));
    repository.persistAndFlush(version);
    files.pin(version.id, pinned);
    made.loggedModel()
        .ifPresent(modelId -> loggedModels.addVersion(modelId, model.name, version.version));
    changes.record(model, Change.of(VERSION_CREATED, version.subject()));
    return version.toWire();
  }

  public ModelVersion get(String name, String number) {
    return find(name, number).toWireWithAliases();
  }

  public Optional<ModelVersion> find(String name, int number) {
    return models
        .byName(name)
        .flatMap(model -> repository.byNumber(model, number))
        .map(ModelVersionEntity::toWireWithAliases);
  }

  /** Where the files of a version are. */
  public String downloadUri(String name, String number) {
    return find(name, number).storageLocation;
  }

  /** The highest version of each of the stages, of all stages where none is named. */
  public List<ModelVersion> latest(String name, List<String> stageNames) {
    var model = models.byName(name).orElseThrow(() -> RegisteredModelService.unknown(name));
    var stages = Stage.listOf(stageNames);
    return repository.latestByStage(List.of(model)).stream()
        .filter(version -> stages.contains(version.stage))
        .map(ModelVersionEntity::toWireWithAliases)
        .toList();
  }

  public Page search(String filterText, long maxResults, List<String> orderBy, String pageToken) {
    int size = Fields.pageSize(maxResults, MAX_PAGE);
    var page = PromptFilter.page(filterText, orderBy, pageToken, size, repository::search);
    return new Page(page.map(ModelVersionEntity::toWireWithAliases), page.nextPageToken());
  }

  public ModelVersion update(String name, String number, String description) {
    Fields.maxLength("description", description, MAX_DESCRIPTION);
    var version = lockVersion(name, number);
    version.description = description == null ? "" : description;
    version.updatedAt = changes.now();
    changes.announce(version.model);
    return version.toWireWithAliases();
  }

  /** Into the trash. Its number stays taken; it loses its stage and its aliases. */
  public void delete(String name, String number) {
    var version = lockVersion(name, number);
    version.model.aliasesOf(version.version).forEach(alias -> dropAlias(version, alias));
    changes.record(
        version.model,
        Change.of(VERSION_DELETED, version.subject(), version.stage.wireName(), null));
    version.stage = Stage.NONE;
    version.deletedAt = changes.now();
  }

  private void dropAlias(ModelVersionEntity version, String alias) {
    version.model.aliases.remove(alias);
    changes.record(
        version.model,
        Change.of(
            ALIAS_MOVED,
            new OfModel(version.model.name),
            alias,
            alias + "=" + version.version,
            null));
  }

  public void restore(String name, String number) {
    var version = lockDeleted(name, ModelName.parseVersion(number));
    version.deletedAt = null;
    version.updatedAt = changes.now();
    changes.record(version.model, Change.of(VERSION_RESTORED, version.subject()));
  }

  /** The row, for good; the files are those of a run. */
  public void purge(String name, int number) {
    var version = lockDeleted(name, number);
    changes.record(version.model, Change.of(VERSION_PURGED, version.subject()));
    repository.delete(version);
  }

  /** The versions, also deleted ones, whose files are in this folder: {@code name/version}. */
  public List<String> withFilesUnder(String uri) {
    return repository.withFilesUnder(uri).stream()
        .map(version -> version.model.name + "/" + version.version)
        .toList();
  }

  private ModelVersionEntity lockDeleted(String name, int number) {
    return repository
        .deletedByNumber(lock(name), number)
        .orElseThrow(() ->
            RegistryException.notFound(
                "Model Version (name=%s, version=%d) is not in the trash".formatted(name, number)));
  }

  public void setTag(String name, String number, String key, String value) {
    ModelName.checkTag(key, value);
    var version = lockVersion(name, number);
    var before = version.tags.put(key, value);
    if (!value.equals(before)) {
      changes.note(
          version.model, Change.of(VERSION_TAG_SET, version.subject(), key, before, value));
    }
  }

  /** A tag that is not there is no error, unlike on a run. */
  public void deleteTag(String name, String number, String key) {
    var version = lockVersion(name, number);
    var before = version.tags.remove(key);
    if (before != null) {
      changes.note(
          version.model, Change.of(VERSION_TAG_DELETED, version.subject(), key, before, null));
    }
  }

  private ModelVersionEntity find(String name, String number) {
    int version = ModelName.parseVersion(number);
    return models
        .byName(name)
        .flatMap(model -> repository.byNumber(model, version))
        .orElseThrow(() -> unknown(name, number));
  }

  private ModelVersionEntity lockVersion(String name, String number) {
    int version = ModelName.parseVersion(number);
    return repository.byNumber(lock(name), version).orElseThrow(() -> unknown(name, number));
  }

  private RegisteredModelEntity lock(String name) {
    return models.lock(name).orElseThrow(() -> RegisteredModelService.unknown(name));
  }

  static RegistryException unknown(String name, String number) {
    return Refusal.NO_VERSION.with(name, number);
  }
}
