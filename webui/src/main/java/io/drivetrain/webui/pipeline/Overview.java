package io.drivetrain.webui.pipeline;

import io.drivetrain.pipeline.api.overview.PipelineOverview.Pipeline;
import io.drivetrain.pipeline.api.overview.PipelineOverview.RefusedDefinition;
import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.schedule.ScheduleView;
import java.util.List;
import java.util.Optional;

/** All pipelines with what they did last, and the files that define none. */
public record Overview(List<Activity> pipelines, List<RefusedDefinition> refused) {

  public Overview {
    pipelines = List.copyOf(pipelines);
    refused = List.copyOf(refused);
  }

  /**
   * What a pipeline does.
   *
   * @param schedule empty when it is only triggered by hand
   * @param runs the latest ones, latest first
   */
  public record Activity(
      Pipeline pipeline, Optional<ScheduleView> schedule, List<RunDetails> runs) {
    public Activity {
      runs = List.copyOf(runs);
    }
  }

  public Optional<Activity> of(String pipeline) {
    return pipelines.stream()
        .filter(activity -> activity.pipeline().id().equals(pipeline))
        .findFirst();
  }
}
