package io.drivetrain.pipeline.learning.evaluation.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.models.schema.Row;
import io.drivetrain.pipeline.api.gate.GateDetails;
import io.drivetrain.pipeline.api.gate.GateResult;
import io.drivetrain.pipeline.learning.data.Example;
import io.drivetrain.pipeline.learning.training.Algorithm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BaselineGateTest {
  private static final Algorithm RIDGE = new Algorithm("ridge");
  private static final List<Example> TRAINING = training();

  @Test
  void medianOfAGroupThatIsTooSmallIsThatOfTheGroupAboveIt() {
    GroupMedians medians = GroupMedians.of(TRAINING, new int[] {0, 1});

    assertThat(medians.groups()).isEqualTo(2);
    assertThat(medians.of(row("Fès", 50))).isEqualTo(1100);
    assertThat(medians.of(row("Fès", 60))).isEqualTo(1150);
    assertThat(medians.of(row("Agadir", 50))).isEqualTo(1300);
  }

  @Test
  void theModelMustBeBetterThanTheTableByTheMargin() {
    Flats flats =
        new Flats()
            .add(Map.of("city", "Fès", "area", 50), 1000, 1080, 0)
            .add(Map.of("city", "Rabat", "area", 50), 2000, 2100, 0);

    assertThat(ask(flats, 0.1).passed()).isTrue();
    assertThat(baseline(ask(flats, 0.1)).meanAbsoluteError()).isEqualTo(90.0);
    assertThat(baseline(ask(flats, 0.1)).baselineMeanAbsoluteError()).isEqualTo(100.0);
    assertThat(ask(flats, 0.11).comparison())
        .isEqualTo(
            "the mean absolute error 90.00 is above the maximum 89.00: 11 % less than that of the"
                + " median by city, area");
    assertThat(ask(flats, 0.11).blocks()).isTrue();
  }

  @Test
  void refusesAGroupOfNothingAndAnUnknownFeature() {
    assertThatThrownBy(() -> new BaselineGate(List.of(), null, null, null))
        .hasMessage("a baseline gate needs one feature at least in 'by'");
    assertThat(new BaselineGate(List.of("rooms"), null, null, null).fault(Flats.SCHEMA))
        .contains(new HoldOutGate.Fault("by", "there is no feature 'rooms'"));
  }

  @Test
  void comparesWithATrainerThatLearnsTheSameRows() {
    Flats flats =
        new Flats()
            .add(Map.of("city", "Fès", "area", 50), 1000, 1090, 0)
            .add(Map.of("city", "Rabat", "area", 50), 2000, 2090, 0);
    BaselineGate gate = new BaselineGate(null, RIDGE, 0.1, null);

    GateResult result = gate.ask(flats.alone(TRAINING, asked -> new double[] {1100, 1900}));

    assertThat(result.gate()).isEqualTo("baseline ridge");
    assertThat(result.passed()).isTrue();
    assertThat(baseline(result).trainer()).contains("ridge");
    assertThat(baseline(result).meanAbsoluteError()).isEqualTo(90.0);
    assertThat(baseline(result).baselineMeanAbsoluteError()).isEqualTo(100.0);
    assertThat(result.comparison())
        .isEqualTo(
            "the mean absolute error 90.00 is within the maximum 90.00: 10 % less than that of"
                + " ridge");
  }

  @Test
  void needsEitherGroupsOrATrainer() {
    assertThatThrownBy(() -> new BaselineGate(null, null, null, null))
        .hasMessage("a baseline gate needs either 'by', a list of features, or 'trainer'");
    assertThatThrownBy(() -> new BaselineGate(List.of("city"), RIDGE, null, null))
        .hasMessage("a baseline gate needs either 'by', a list of features, or 'trainer'");
  }

  private static GateResult ask(Flats flats, double margin) {
    return new BaselineGate(List.of("city", "area"), null, margin, null).ask(flats.alone(TRAINING));
  }

  private static GateDetails.Baseline baseline(GateResult result) {
    return (GateDetails.Baseline) result.details();
  }

  private static Row row(String city, int area) {
    return Flats.example(1, Map.of("city", city, "area", area), 1).row();
  }

  /** Three flats of 50 m2 in each of two cities, and a larger one in Fès. */
  private static List<Example> training() {
    List<Example> training = new ArrayList<>();
    for (double rent : new double[] {1000, 1100, 1200}) {
      training.add(Flats.example(1, Map.of("city", "Fès", "area", 50), rent));
      training.add(Flats.example(1, Map.of("city", "Rabat", "area", 50), rent + 800));
    }
    training.add(Flats.example(1, Map.of("city", "Fès", "area", 60), 1300));
    return training;
  }
}
