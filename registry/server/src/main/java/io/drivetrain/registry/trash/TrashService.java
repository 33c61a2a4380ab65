package io.drivetrain.registry.trash;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.drivetrain.registry.artifact.ArtifactDisposal;
import io.drivetrain.registry.artifact.ArtifactPath;
import io.drivetrain.registry.experiment.ExperimentService;
import io.drivetrain.registry.experiment.PurgedExperiment;
import io.drivetrain.registry.loggedmodel.LoggedModelPurgeService;
import io.drivetrain.registry.model.ModelVersionService;
import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.run.RunPurgeService;
import io.drivetrain.registry.search.PageToken;
import io.drivetrain.registry.trash.TrashRepository.Position;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is deleted, until it is restored or purged. A purge deletes all rows and notes the files in
 * one transaction, so nothing is ever half there.
 */
@ApplicationScoped
@Transactional
public class TrashService {
  private static final int MAX_PAGE = 1000;

  /**
   * One page, what was deleted last first.
   *
   * @param nextPageToken absent on the last page
   */
  public record Page(
      @JsonInclude(JsonInclude.Include.ALWAYS) List<TrashItem> items, String nextPageToken) {}

  private final TrashRepository repository;
  private final ExperimentService experiments;
  private final RunPurgeService runs;
  private final LoggedModelPurgeService loggedModels;
  private final ModelVersionService versions;
  private final ArtifactDisposal disposal;

  TrashService(
      TrashRepository repository,
      ExperimentService experiments,
      RunPurgeService runs,
      LoggedModelPurgeService loggedModels,
      ModelVersionService versions,
      ArtifactDisposal disposal) {
    this.repository = repository;
    this.experiments = experiments;
    this.runs = runs;
    this.loggedModels = loggedModels;
    this.versions = versions;
    this.disposal = disposal;
  }

  public Page list(Optional<TrashKind> kind, long maxResults, String pageToken) {
    int size = Fields.pageSize(maxResults, MAX_PAGE);
    var after = PageToken.read(pageToken, kind).map(TrashService::position);
    var found = repository.newestFirst(kind, after, size + 1);
    if (found.size() <= size) {
      return new Page(found, null);
    }
    var page = found.subList(0, size);
    var last = page.getLast();
    return new Page(page, PageToken.after(last.deletedAt(), last.kind(), last.id()).write(kind));
  }

  private static Position position(PageToken token) {
    return new Position(
        Instant.parse(token.text(0)), TrashKind.valueOf(token.text(1)), token.text(2));
  }

  List<TrashItem> deletedBefore(TrashKind kind, Instant moment, int limit) {
    return repository.deletedBefore(kind, moment, limit);
  }

  public void purge(TrashItem item) {
    switch (item.kind()) {
      case RUN -> purgeRun(item.id());
      case EXPERIMENT -> purgeExperiment(item.id());
      case VERSION -> purgeVersion(item.model(), item.version());
    }
  }

  /** Its number stays taken, so that it never means something else. */
  public void purgeVersion(String model, int version) {
    versions.purge(model, version);
  }

  /** With the logged models that it made. */
  public void purgeRun(String runId) {
    var folders = new ArrayList<>(List.of(runs.purge(runId)));
    folders.addAll(loggedModels.purgeAllOf(runId));
    folders.forEach(folder -> requireNotHeld("run " + runId, folder));
    folders.forEach(this::dispose);
  }

  /** With all of its runs and logged models. Its name is free again. */
  public void purgeExperiment(String id) {
    long experiment = ExperimentService.parseId(id);
    var folders = new ArrayList<>(runs.purgeAllOf(experiment));
    folders.addAll(loggedModels.purgeAllOf(experiment));
    var purged = experiments.purge(id);
    requireNotHeld("experiment " + id, purged.location());
    folders.forEach(folder -> requireNotHeld("experiment " + id, folder));
    disposeAll(purged, folders);
  }

  private void disposeAll(PurgedExperiment purged, List<String> folders) {
    if (purged.ownsItsLocation()) {
      dispose(purged.location());
      return;
    }
    folders.forEach(this::dispose);
  }

  /** The files of a version are the run's; as long as there is the version, they stay. */
  private void requireNotHeld(String what, String folder) {
    var holders = versions.withFilesUnder(folder);
    if (!holders.isEmpty()) {
      throw RegistryException.conflict(
          "The files of %s are those of %s. Delete and purge these versions first."
              .formatted(what, String.join(", ", holders)));
    }
  }

  /** Files that are elsewhere (s3://...) are the business of the client that put them there. */
  private void dispose(String uri) {
    ArtifactPath.inThisStore(uri).filter(path -> !path.isRoot()).ifPresent(disposal::note);
  }
}
