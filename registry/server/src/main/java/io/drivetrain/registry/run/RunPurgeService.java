package io.drivetrain.registry.run;

import io.drivetrain.database.Database;
import io.drivetrain.database.Sql;
import io.drivetrain.registry.protocol.LifecycleStage;
import io.drivetrain.registry.protocol.RegistryException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Deletes the rows of runs for good. Plain JDBC: a run may have millions of points. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class RunPurgeService {
  private static final String FILES = "/artifacts";

  private final RunRepository repository;
  private final RunChanges changes;
  private final Database database;

  RunPurgeService(RunRepository repository, RunChanges changes, Database database) {
    this.repository = repository;
    this.changes = changes;
    this.database = database;
  }

  /** The folder that its files are in, which is the caller's to delete. */
  public String purge(String runId) {
    var run = repository.lock(runId).orElseThrow(() -> RunService.unknown(runId));
    if (run.lifecycleStage != LifecycleStage.DELETED) {
      throw RegistryException.invalid(
          "The run %s is not in the trash. Delete it first.".formatted(runId));
    }
    changes.purged(run);
    deleteRows(Sql.of("r.id = ?", run.id));
    return folder(run.artifactUri);
  }

  /** Whatever their lifecycle stage: they follow their experiment. */
  public List<String> purgeAllOf(long experiment) {
    var folders =
        database.query(
            row -> folder(row.text("artifact_uri")),
            "select artifact_uri from run where experiment = ? for update",
            experiment);
    deleteRows(Sql.of("r.experiment = ?", experiment));
    return folders;
  }

  /** Points refer to their series without a key, for speed; so they are deleted by hand. */
  private void deleteRows(Sql condition) {
    database.update(
        Sql.of(
                """
                delete from metric_point p using metric_series s, run r
                where p.series = s.id and s.run = r.id and
                """)
            .then(condition));
    database.update(Sql.of("delete from run r where").then(condition));
  }

  private static String folder(String artifactUri) {
    return artifactUri.endsWith(FILES)
        ? artifactUri.substring(0, artifactUri.length() - FILES.length())
        : artifactUri;
  }
}
