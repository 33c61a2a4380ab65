package io.drivetrain.pipeline.learning.quality;

import io.drivetrain.pipeline.learning.drift.TrainingProfile;
import io.drivetrain.pipeline.learning.quality.check.EarlierData;
import io.drivetrain.pipeline.learning.tracking.ModelSpec;
import io.drivetrain.pipeline.learning.tracking.TrackingRuns;
import io.drivetrain.registry.client.source.ModelSource;
import io.drivetrain.registry.client.source.ModelUri;
import io.drivetrain.registry.client.source.ResolvedModel;
import java.io.IOException;
import java.util.Optional;

/** Finds what the run left behind that made the model in production. */
public final class EarlierDataReader {
  private final ModelSource models;
  private final TrackingRuns runs;

  EarlierDataReader(ModelSource models, TrackingRuns runs) {
    this.models = models;
    this.runs = runs;
  }

  EarlierData read(ModelSpec model) {
    Optional<ResolvedModel> champion =
        models.resolve(new ModelUri.OfAlias(model.name(), model.alias()));
    if (champion.isEmpty()) {
      return new EarlierData.Unknown("no model is in production yet");
    }
    String version = champion.orElseThrow().version();
    String run = champion.orElseThrow().runId();
    Optional<byte[]> file =
        run.isEmpty()
            ? Optional.empty()
            : runs.withId(run).flatMap(record -> record.find(TrainingProfile.PATH));
    if (file.isEmpty()) {
      return new EarlierData.Unknown(
          "the run that made version %s left no %s".formatted(version, TrainingProfile.PATH));
    }
    try {
      return new EarlierData.Known(version, TrainingProfile.read(file.orElseThrow()));
    } catch (IOException unreadable) {
      return new EarlierData.Unknown(
          "%s of version %s cannot be read".formatted(TrainingProfile.PATH, version));
    }
  }
}
