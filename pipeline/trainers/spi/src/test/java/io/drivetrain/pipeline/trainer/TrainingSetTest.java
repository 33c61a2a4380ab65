package io.drivetrain.pipeline.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.drivetrain.pipeline.trainer.TrainingSet.Batch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TrainingSetTest {

  @Test
  void gathersItsBatchesInTheirOrder() {
    TrainingSet set =
        new TrainingSet() {
          @Override
          public int rows() {
            return 3;
          }

          @Override
          public int columns() {
            return 1;
          }

          @Override
          public void forEachBatch(Consumer<Batch> consumer) {
            consumer.accept(new Batch(new double[][] {{1}, {2}}, new double[] {10, 20}));
            consumer.accept(new Batch(new double[][] {{3}}, new double[] {30}));
          }
        };

    Batch all = set.all();

    assertThat(all.inputs()).isDeepEqualTo(new double[][] {{1}, {2}, {3}});
    assertThat(all.targets()).containsExactly(10, 20, 30);
  }

  @Test
  void rowsInMemoryAreOneBatch() {
    TrainingSet set = TrainingSet.of(new double[][] {{1, 2}, {3, 4}}, new double[] {5, 6});

    assertThat(set.rows()).isEqualTo(2);
    assertThat(set.columns()).isEqualTo(2);
    assertThat(set.all().inputs()[1]).containsExactly(3, 4);
  }

  @Test
  void refusesRowsWithoutTargets() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Batch(new double[2][1], new double[1]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Batch(new double[0][1], new double[0]));
  }
}
