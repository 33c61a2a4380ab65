package io.drivetrain.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.e2e.PageTour.Stop;
import java.io.IOException;
import java.util.List;

/** The pages of a stack that has trained some models. */
final class Pages {
  private static final String MODEL = "car_price_predictor";

  private Pages() {}

  static List<Stop> of(Stack stack) throws IOException, InterruptedException {
    String run = stack.get(stack.pipeline() + "/api/v1/runs").body().at("/runs/0/id").asText();
    List<String> tracked = trackingRuns(stack);
    String web = stack.webui();
    return List.of(
        new Stop("price", web + "/", "#predict"),
        new Stop("batch", web + "/batch", "h1"),
        new Stop("pipelines", web + "/pipelines", ".run-now"),
        new Stop("pipeline-run", web + "/runs/" + run, "#run-state"),
        new Stop("report", web + "/runs/" + run + "/report", "h1"),
        new Stop("experiments", web + "/experiments", "vaadin-grid"),
        new Stop("runs", web + "/experiments/runs", "vaadin-grid"),
        new Stop("tracking-run", web + "/experiments/runs/" + tracked.getFirst(), "h1"),
        new Stop("compare", web + "/compare?runs=" + String.join(",", tracked), "h1"),
        new Stop("models", web + "/models", "vaadin-grid"),
        new Stop("model", web + "/models/" + MODEL, "vaadin-grid"),
        new Stop("version", web + "/models/" + MODEL + "/versions/1", "h1"));
  }

  private static List<String> trackingRuns(Stack stack) throws IOException, InterruptedException {
    JsonNode found =
        stack
            .post(
                stack.registry() + "/api/2.0/mlflow/runs/search",
                "{\"experiment_ids\":[\"1\"],\"max_results\":3}")
            .body()
            .path("runs");
    return found.findValues("run_id").stream().map(JsonNode::asText).distinct().toList();
  }
}
