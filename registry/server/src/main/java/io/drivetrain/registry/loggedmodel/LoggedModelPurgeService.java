package io.drivetrain.registry.loggedmodel;

import io.drivetrain.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Deletes logged models for good, deleted ones too. They go with the run that made them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class LoggedModelPurgeService {
  private static final String FILES = "/artifacts";

  private final Database database;

  LoggedModelPurgeService(Database database) {
    this.database = database;
  }

  /** The folders that their files are in, which are the caller's to delete. */
  public List<String> purgeAllOf(String runId) {
    return database.query(
        row -> folder(row.text("artifact_uri")),
        "delete from logged_model where source_run_id = ? returning artifact_uri",
        runId);
  }

  /** Whatever run made them: they follow their experiment. */
  public List<String> purgeAllOf(long experiment) {
    return database.query(
        row -> folder(row.text("artifact_uri")),
        "delete from logged_model where experiment = ? returning artifact_uri",
        experiment);
  }

  private static String folder(String artifactUri) {
    return artifactUri.endsWith(FILES)
        ? artifactUri.substring(0, artifactUri.length() - FILES.length())
        : artifactUri;
  }
}
