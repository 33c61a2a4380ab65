package io.drivetrain.pipeline.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.learning.HandMadeModel;
import io.drivetrain.pipeline.learning.data.Example;
import io.drivetrain.pipeline.learning.data.KnownRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NewestRowsTest {

  @Test
  void onlyTheNewestRowsCountWhenTheyHaveMoved() {
    List<Example> old = rows(0, 400, 1);
    List<Example> moved = rows(400, 600, 1.05);

    NewestRows newest = NewestRows.of(both(old, moved), champion(old, moved), known(old));

    assertThat(newest.rows()).isEqualTo(moved);
    assertThat(newest.note()).startsWith("The data has moved: on the 200 rows ");
  }

  @Test
  void allRowsCountWhileNothingHasMoved() {
    List<Example> old = rows(0, 400, 1);
    List<Example> like = rows(400, 600, 1);

    NewestRows newest = NewestRows.of(both(old, like), champion(old, like), known(old));

    assertThat(newest.rows()).hasSize(600);
    assertThat(newest.note()).isEmpty();
  }

  @Test
  void fewNewRowsOrNoneKnownDecideNothing() {
    List<Example> old = rows(0, 400, 1);
    List<Example> few = rows(400, 450, 2);

    assertThat(NewestRows.of(both(old, few), champion(old, few), known(old)).rows()).hasSize(450);
    assertThat(NewestRows.of(both(old, few), champion(old, few), Optional.empty()).rows())
        .hasSize(450);
  }

  @Test
  void knownRowsAreReadAsTheyWereWritten() {
    List<Example> old = rows(0, 100, 1);

    KnownRows read = KnownRows.read(known(old).orElseThrow().file()).orElseThrow();

    assertThat(old).allMatch(read::holds);
    assertThat(rows(0, 100, 1.05)).noneMatch(read::holds);
    assertThat(KnownRows.read(new byte[9])).isEmpty();
  }

  private static Optional<KnownRows> known(List<Example> rows) {
    return KnownRows.of(rows);
  }

  /**
   * Areas of their own, at 100 a square metre, give or take 5 %, times what the market has done.
   */
  private static List<Example> rows(int from, int to, double market) {
    List<Example> rows = new ArrayList<>();
    for (int i = from; i < to; i++) {
      double noise = 1 + 0.05 * new Random(i).nextGaussian();
      rows.add(
          new Example(
              i + 2,
              HandMadeModel.SCHEMA.read(Map.of("area", i + 1)).row(),
              100 * (i + 1) * noise * market));
    }
    return rows;
  }

  private static List<Example> both(List<Example> old, List<Example> recent) {
    List<Example> both = new ArrayList<>(old);
    both.addAll(recent);
    return both;
  }

  private static Map<Example, Double> champion(List<Example> old, List<Example> recent) {
    Map<Example, Double> values = new HashMap<>();
    both(old, recent).forEach(row -> values.put(row, 100.0 * row.row().number(0)));
    return values;
  }
}
