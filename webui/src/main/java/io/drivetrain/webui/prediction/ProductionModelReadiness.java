package io.drivetrain.webui.prediction;

import io.drivetrain.webui.prediction.ServingState.FailedLoad;
import io.drivetrain.webui.prediction.ServingState.NoModel;
import io.drivetrain.webui.prediction.ServingState.Serving;
import io.drivetrain.webui.prediction.ServingState.ServingPrevious;
import io.drivetrain.webui.prediction.ServingState.Starting;
import io.drivetrain.webui.prediction.ServingState.Unloadable;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when the application answers as the registry wants it to: with the model in production, or
 * that there is none yet. Also ready, and says so, when it answers with the previous model because
 * the newest cannot be loaded.
 */
@Readiness
@ApplicationScoped
class ProductionModelReadiness implements HealthCheck {
  private final ProductionModel production;

  ProductionModelReadiness(ProductionModel production) {
    this.production = production;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder check = HealthCheckResponse.named("production model");
    return switch (production.state()) {
      case Starting() ->
          check.down().withData("reason", "the registry has not answered yet").build();
      case NoModel() -> check.up().withData("model", "none in production yet").build();
      case Serving(ServedModel model) -> with(model, check.up()).build();
      case ServingPrevious(ServedModel model, FailedLoad failed) ->
          with(failed, with(model, check.up())).build();
      case Unloadable(FailedLoad failed) -> with(failed, check.down()).build();
    };
  }

  private static HealthCheckResponseBuilder with(
      ServedModel model, HealthCheckResponseBuilder check) {
    return check
        .withData("model", model.name())
        .withData("version", model.version())
        .withData("stage", model.stage());
  }

  private static HealthCheckResponseBuilder with(
      FailedLoad failed, HealthCheckResponseBuilder check) {
    return check
        .withData("failedVersion", failed.version())
        .withData("failedReason", failed.reason());
  }
}
