package io.drivetrain.registry.artifact;

import io.drivetrain.database.Database;
import io.drivetrain.registry.protocol.RegistryException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Which files must not change ({@code docs/adr/0018}): those of a registered version, also of one
 * in the trash, which can be restored, and those of a run that has ended.
 */
@ApplicationScoped
class ArtifactOwnership {
  /** Folders are parted by what no path can hold. */
  private static final String SEPARATOR = "\u0001";

  private final Database database;

  ArtifactOwnership(Database database) {
    this.database = database;
  }

  /** Refuses to replace a file that belongs to a version or to an ended run. */
  void checkReplaceable(ArtifactPath file) {
    versionAbove(file).ifPresent(owner -> refuse(file, owner, "replaced", "Delete the version"));
    endedRunAbove(file).ifPresent(owner -> refuse(file, owner, "replaced", "Delete the run"));
  }

  /**
   * Refuses to delete what holds a file of a version or of an ended run, and a whole experiment.
   */
  void checkDeletable(ArtifactPath path) {
    versionAbove(path).ifPresent(owner -> refuse(path, owner, "deleted", "Delete the version"));
    endedRunAbove(path).ifPresent(owner -> refuse(path, owner, "deleted", "Delete the run"));
    versionBelow(path).ifPresent(owner -> refuse(path, owner, "deleted", "Delete the version"));
    runBelow(path).ifPresent(owner -> refuse(path, owner, "deleted", "Delete the run"));
    experimentAtOrBelow(path)
        .ifPresent(owner -> refuse(path, owner, "deleted", "Delete the experiment"));
  }

  private Optional<String> versionAbove(ArtifactPath path) {
    return database.find(
        row -> row.text("owner"),
        """
        select 'version ' || v.version || ' of model ''' || m.name || '''' as owner
        from model_version v join registered_model m on m.id = v.model
        where regexp_replace(rtrim(v.storage_location, '/'), '^mlflow-artifacts:/+', '')
          = any (string_to_array(?, chr(1)))
        limit 1
        """,
        withFoldersAbove(path));
  }

  private Optional<String> endedRunAbove(ArtifactPath path) {
    return database.find(
        row -> row.text("owner"),
        """
        select 'run ' || run_id || ', which has ended' as owner from run
        where status in ('FINISHED', 'FAILED', 'KILLED')
          and regexp_replace(rtrim(artifact_uri, '/'), '^mlflow-artifacts:/+', '')
            = any (string_to_array(?, chr(1)))
        limit 1
        """,
        withFoldersAbove(path));
  }

  private Optional<String> versionBelow(ArtifactPath path) {
    return database.find(
        row -> row.text("owner"),
        """
        select 'version ' || v.version || ' of model ''' || m.name || '''' as owner
        from model_version v join registered_model m on m.id = v.model
        where starts_with(regexp_replace(v.storage_location, '^mlflow-artifacts:/+', ''), ?)
        limit 1
        """,
        path.value() + "/");
  }

  private Optional<String> runBelow(ArtifactPath path) {
    return database.find(
        row -> row.text("owner"),
        """
        select 'run ' || run_id as owner from run
        where starts_with(regexp_replace(artifact_uri, '^mlflow-artifacts:/+', ''), ?)
        limit 1
        """,
        path.value() + "/");
  }

  private Optional<String> experimentAtOrBelow(ArtifactPath path) {
    return database.find(
        row -> row.text("owner"),
        """
        select 'experiment ' || id as owner from experiment
        where starts_with(
          rtrim(regexp_replace(artifact_location, '^mlflow-artifacts:/+', ''), '/') || '/', ?)
        limit 1
        """,
        path.value() + "/");
  }

  private static String withFoldersAbove(ArtifactPath path) {
    var places = new ArrayList<String>();
    var place = new StringBuilder();
    for (var name : path.names()) {
      place.append(place.isEmpty() ? "" : "/").append(name);
      places.add(place.toString());
    }
    return String.join(SEPARATOR, places);
  }

  private static void refuse(ArtifactPath path, String owner, String change, String wayOut) {
    throw RegistryException.conflict(
        "'%s' cannot be %s: it belongs to %s. %s first; its files go when it leaves the trash."
            .formatted(path.value(), change, owner, wayOut));
  }
}
