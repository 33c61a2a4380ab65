package io.drivetrain.models.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.drivetrain.models.prediction.Task;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProvenanceTest {

  private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
  private static final RowCounts ROWS = new RowCounts(10, Map.of("duplicate", 2L), 6, 2);

  @Test
  void rowCountsMustAddUp() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RowCounts(10, Map.of("duplicate", 2L), 6, 1))
        .withMessage("row counts do not add up: read 10, dropped {duplicate=2}, train 6, test 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RowCounts(10, Map.of("a", 4L, "b", -2L), 6, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new RowCounts(2, Map.of(), 0, 2));
  }

  @Test
  void keepsParametersInOneOrder() {
    Provenance provenance =
        provenance("0f".repeat(32), START, Map.of("trees", "500", "depth", "6", "leaves", "31"));

    assertThat(provenance.parameters().keySet()).containsExactly("depth", "leaves", "trees");
  }

  @Test
  void refusesWrongStates() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> provenance("0F".repeat(32), START, Map.of()))
        .withMessageContaining("64 hex digits");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> provenance("0f".repeat(32), START.minusNanos(1), Map.of()))
        .withMessage("the training finished before it started");
    assertThatIllegalArgumentException().isThrownBy(() -> new Library("smile-core", " "));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ModelMeta("../1", "model", "m", START));
    assertThatIllegalArgumentException().isThrownBy(() -> new ModelMeta("1", "model", " ", START));
    assertThatIllegalArgumentException().isThrownBy(() -> new ModelMeta("1", "", "m", START));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ModelMeta("1", Optional.of("m-1"), "model", "m", START))
        .withMessage("model id \"m-1\": m- and 32 hex digits");
  }

  private static Provenance provenance(
      String hash, Instant finishedAt, Map<String, String> parameters) {
    return new Provenance(
        "cars.csv",
        hash,
        ROWS,
        42,
        Task.REGRESSION,
        "random_forest",
        parameters,
        new Library("smile-core", "6.2.5"),
        "unknown",
        "25",
        START,
        finishedAt);
  }
}
