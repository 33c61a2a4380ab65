package io.drivetrain.webui.prediction;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * {@code model_info{name,version,stage} 1}: the model that answers; no line while there is none.
 */
@ApplicationScoped
class ModelInfoMetric {
  private final ProductionModel production;
  private final MultiGauge info;

  ModelInfoMetric(ProductionModel production, MeterRegistry registry) {
    this.production = production;
    this.info =
        MultiGauge.builder("model.info").description("The model that answers").register(registry);
  }

  void follow(@Observes StartupEvent startup) {
    production.onChange(this::show);
    show(production.state());
  }

  private void show(ServingState state) {
    List<Row<?>> rows = state.model().<List<Row<?>>>map(m -> List.of(row(m))).orElse(List.of());
    info.register(rows, true);
  }

  private static Row<?> row(ServedModel model) {
    return Row.of(
        Tags.of("name", model.name(), "version", model.version(), "stage", model.stage()), 1);
  }
}
