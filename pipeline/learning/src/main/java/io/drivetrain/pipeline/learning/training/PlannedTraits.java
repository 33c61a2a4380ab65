package io.drivetrain.pipeline.learning.training;

import io.drivetrain.models.encoding.ColumnPlan;
import io.drivetrain.models.encoding.Encoder;
import io.drivetrain.models.encoding.EncodingPlan;
import io.drivetrain.pipeline.trainer.InputTraits;
import io.drivetrain.pipeline.trainer.InputTraits.Direction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What a definition says of the inputs that its encoding makes. */
record PlannedTraits(TrainingSpec spec, EncodingPlan plan) {

  /** One for each input of an encoder that was fitted with the plan. */
  List<InputTraits> traits(Encoder encoder) {
    List<InputTraits> byColumn = traits();
    return IntStream.range(0, encoder.size())
        .mapToObj(encoder::columnOf)
        .map(byColumn::get)
        .toList();
  }

  /** One for each column of the plan. */
  List<InputTraits> traits() {
    return plan.columns().stream().map(this::of).toList();
  }

  private InputTraits of(ColumnPlan column) {
    return switch (column) {
      case ColumnPlan.Number number -> keeping(direction(number.feature()));
      case ColumnPlan.Age age -> keeping(direction(age.feature()).reversed());
      case ColumnPlan.Levels levels when spec.nominal().contains(levels.feature()) ->
          new InputTraits(true, Direction.ANY);
      case ColumnPlan.Levels levels -> keeping(direction(levels.feature()));
      case ColumnPlan.Indicator _, ColumnPlan.TargetMean _, ColumnPlan.Missing _ ->
          InputTraits.PLAIN;
      case ColumnPlan.Text _ -> InputTraits.TERM;
    };
  }

  /** A feature that is named but has no column that could follow. */
  Optional<String> fault() {
    Set<String> ordered = new TreeSet<>();
    Set<String> levels = new TreeSet<>();
    for (ColumnPlan column : plan.columns()) {
      switch (column) {
        case ColumnPlan.Number number -> ordered.add(number.feature());
        case ColumnPlan.Age age -> ordered.add(age.feature());
        case ColumnPlan.Levels one -> levels.add(one.feature());
        case ColumnPlan.Indicator _,
            ColumnPlan.TargetMean _,
            ColumnPlan.Missing _,
            ColumnPlan.Text _ -> {}
      }
    }
    for (String feature : spec.nominal()) {
      if (!levels.contains(feature)) {
        return Optional.of("nominal: %s has no column of type levels".formatted(feature));
      }
    }
    for (String feature : spec.monotone().keySet()) {
      if (!ordered.contains(feature) && (!levels.contains(feature) || isNominal(feature))) {
        return Optional.of(
            "monotone: %s has no column of type number, age or levels in an order"
                .formatted(feature));
      }
    }
    boolean keeps = spec.algorithm().trainer().keepsDirections();
    return keeps || spec.monotone().isEmpty()
        ? Optional.empty()
        : Optional.of("monotone: %s does not keep directions".formatted(spec.algorithm().key()));
  }

  private boolean isNominal(String feature) {
    return spec.nominal().contains(feature);
  }

  private Direction direction(String feature) {
    return spec.monotone().getOrDefault(feature, Direction.ANY);
  }

  private static InputTraits keeping(Direction direction) {
    return new InputTraits(false, direction);
  }
}
