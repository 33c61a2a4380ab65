package io.drivetrain.webui.model;

import io.drivetrain.pipeline.api.report.RunReport;
import io.drivetrain.webui.client.PipelineCallException;
import io.drivetrain.webui.registry.RegistryCallException;
import io.drivetrain.webui.run.RunService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Puts together what the page of a version shows. */
@ApplicationScoped
public class VersionPages {
  private final ModelService models;
  private final VersionFiles files;
  private final RunService runs;

  VersionPages(ModelService models, VersionFiles files, RunService runs) {
    this.models = models;
    this.files = files;
    this.runs = runs;
  }

  /**
   * Empty when there is no such model or version.
   *
   * @throws RegistryCallException when the registry refuses or does not answer
   */
  public Optional<VersionPage> page(String name, String number) {
    return models
        .model(name)
        .flatMap(model -> models.version(name, number).map(version -> page(model, version)));
  }

  /**
   * What the pipeline run that made a version measured; empty when none did, or when it is gone.
   *
   * @throws PipelineCallException when the pipeline service does not answer
   */
  public Optional<RunReport> report(Version version) {
    try {
      return version.pipelineRun().map(runs::report);
    } catch (PipelineCallException failed) {
      if (failed.refusal().isEmpty()) {
        throw failed;
      }
      return Optional.empty();
    }
  }

  private VersionPage page(Model model, Version version) {
    Optional<Rollback> rollback =
        version.stage() == VersionStage.PRODUCTION ? models.rollback(model) : Optional.empty();
    return new VersionPage(model, version, files.content(version), rollback);
  }
}
