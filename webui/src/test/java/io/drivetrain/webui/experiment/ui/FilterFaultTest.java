package io.drivetrain.webui.experiment.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.webui.client.PipelineCallException;
import io.drivetrain.webui.client.Refusal;
import io.drivetrain.webui.experiment.FilterFault;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FilterFaultTest {
  private static final String FILTER = "metrics.rmse ~ 5";

  @Test
  void placeAndReasonAreTakenFromTheRegistrysWords() {
    assertThat(
            fault(400, "Invalid filter at character 14: expected one of = >, found '~': " + FILTER))
        .isEqualTo(new FilterFault(OptionalInt.of(14), "expected one of = >, found '~'"));
    assertThat(fault(400, "Invalid filter or order at character 1: 'a' is unknown."))
        .isEqualTo(new FilterFault(OptionalInt.of(1), "'a' is unknown."));
    assertThat(fault(400, "Invalid filter: it has 101 comparisons."))
        .isEqualTo(new FilterFault(OptionalInt.empty(), "Invalid filter: it has 101 comparisons."));
  }

  @Test
  void otherFailuresAreNoFaultOfTheFilter() {
    assertThat(FilterFault.of(refused(500, "broken"), FILTER)).isEmpty();
  }

  @Test
  void arrowPointsAtTheCharacter() {
    assertThat(FilterFaultBox.pointed(FILTER, 14)).isEqualTo(FILTER + "\n             \u2191");
    assertThat(FilterFaultBox.pointed("a", 9)).isEqualTo("a\n \u2191");
    String long200 = "a".repeat(100) + "~" + "b".repeat(99);
    assertThat(FilterFaultBox.pointed(long200, 101).split("\n")[1]).hasSize(42);
    assertThat(FilterFaultBox.pointed(long200, 101)).contains("\u2026" + "a".repeat(40) + "~b");
  }

  private static FilterFault fault(int status, String message) {
    return FilterFault.of(refused(status, message), FILTER).orElseThrow();
  }

  private static PipelineCallException refused(int status, String message) {
    return PipelineCallException.of(new Refusal(status, "", message, "", List.of()));
  }
}
