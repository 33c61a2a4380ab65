package io.drivetrain.pipeline.server.survey;

import io.drivetrain.pipeline.engine.PipelineTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The pipeline of the other tests, with a definition more. */
public final class SurveyDefinition implements QuarkusTestResourceLifecycleManager {
  private final PipelineTestResource pipeline = new PipelineTestResource();

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = pipeline.start();
    try {
      Files.writeString(
          Path.of(settings.get("drivetrain.definition.folder"), "survey.yaml"),
          "id: survey\nsurvey: {people: 40}\nsteps: [{id: ask, kind: survey}]\n");
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
    return settings;
  }

  @Override
  public void stop() {
    pipeline.stop();
  }
}
