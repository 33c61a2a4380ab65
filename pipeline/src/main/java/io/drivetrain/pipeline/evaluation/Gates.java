package io.drivetrain.pipeline.evaluation;

import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.pipeline.feature.Example;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Holds a challenger against the gates of a definition. */
final class Gates {
  private static final long BOOTSTRAP_SEED = 20L;

  private final HoldOutMetrics metrics;
  private final Champion champion;
  private final ModelBundle challenger;
  private final List<Example> holdOut;

  Gates(HoldOutMetrics metrics, Champion champion, ModelBundle challenger, List<Example> holdOut) {
    this.metrics = metrics;
    this.champion = champion;
    this.challenger = challenger;
    this.holdOut = holdOut;
  }

  /** All of them are asked, also after one has said no. */
  List<GateResult> ask(List<Gate> gates) {
    return gates.stream().map(this::ask).toList();
  }

  private GateResult ask(Gate gate) {
    return switch (gate) {
      case Gate.OfMetric metric -> metric(metric);
      case Gate.OfChampion rule -> champion(rule);
      case Gate.Monotone monotone -> monotone(monotone);
    };
  }

  private GateResult metric(Gate.OfMetric gate) {
    double value = metrics.byName().getOrDefault(gate.metric(), Double.NaN);
    boolean aboveMin = gate.min() == null || value >= gate.min();
    boolean belowMax = gate.max() == null || value <= gate.max();
    String asked =
        gate.min() == null
            ? "at most " + gate.max()
            : gate.max() == null
                ? "at least " + gate.min()
                : "from " + gate.min() + " to " + gate.max();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("value", value);
    details.put("min", gate.min());
    details.put("max", gate.max());
    return new GateResult(
        gate.metric(),
        gate.severity(),
        aboveMin && belowMax,
        text("%s is %.4f, asked is %s", gate.metric(), value, asked),
        details);
  }

  private GateResult champion(Gate.OfChampion gate) {
    return switch (champion) {
      case Champion.None _ ->
          result(gate, true, "no model is in production yet", Map.of("championVersion", ""));
      case Champion.Unusable unusable ->
          result(
              gate,
              true,
              "version %s in production could not be compared, so the other gates decide: %s"
                  .formatted(unusable.version(), unusable.reason()),
              Map.of("championVersion", unusable.version(), "warning", unusable.reason()));
      case Champion.Compared compared -> compare(gate, compared);
    };
  }

  private GateResult compare(Gate.OfChampion gate, Champion.Compared compared) {
    PairedBootstrap bootstrap =
        PairedBootstrap.of(
            compared.challengerErrors(),
            compared.championErrors(),
            gate.resamples(),
            gate.confidence(),
            BOOTSTRAP_SEED);
    double margin = gate.margin() * compared.meanError();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("championVersion", compared.version());
    details.put("rows", compared.championErrors().length);
    details.put("championMeanAbsoluteError", compared.meanError());
    details.put("meanDifference", bootstrap.meanDifference());
    details.put("upperBound", bootstrap.upperBound());
    details.put("margin", margin);
    details.put("confidence", gate.confidence());
    return result(
        gate,
        bootstrap.upperBound() < margin || bootstrap.upperBound() <= 0,
        text(
            "against version %s the mean absolute error is %+.2f, with %.0f %% confidence below %+.2f; asked is below %+.2f",
            compared.version(),
            bootstrap.meanDifference(),
            gate.confidence() * 100,
            bootstrap.upperBound(),
            margin),
        details);
  }

  private GateResult monotone(Gate.Monotone gate) {
    String name = "monotone " + gate.feature();
    OptionalDouble probed = new MonotoneProbe(challenger, holdOut).share(gate);
    if (probed.isEmpty()) {
      String nothing = "no row of the hold-out has a value of %s".formatted(gate.feature());
      return new GateResult(name, gate.severity(), false, nothing, Map.of());
    }
    double share = probed.getAsDouble();
    return new GateResult(
        name,
        gate.severity(),
        share >= gate.mostly(),
        text(
            "in %.1f %% of the probes the prediction is %s, or off by %.1f %% at most; asked is %.1f %%",
            share * 100, gate.direction().key(), gate.tolerance() * 100, gate.mostly() * 100),
        Map.of("share", share, "mostly", gate.mostly(), "tolerance", gate.tolerance()));
  }

  private static GateResult result(
      Gate.OfChampion gate, boolean passed, String comparison, Map<String, Object> details) {
    return new GateResult("champion", gate.severity(), passed, comparison, details);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
