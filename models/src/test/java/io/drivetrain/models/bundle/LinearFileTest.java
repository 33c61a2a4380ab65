package io.drivetrain.models.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drivetrain.models.estimator.LinearModel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LinearFileTest {

  private static final LinearModel MODEL =
      new LinearModel(new double[] {1, 2}, new double[] {3, 4}, new double[][] {{5, 6}, {7, 8}});

  @Test
  void isLaidOutAsDocumented() {
    ByteBuffer file = ByteBuffer.wrap(LinearFile.write(MODEL)).order(ByteOrder.LITTLE_ENDIAN);

    assertThat(file.capacity()).isEqualTo(16 + 8 * 8);
    assertThat(new byte[] {file.get(0), file.get(1), file.get(2), file.get(3)})
        .containsExactly('D', 'T', 'L', 'M');
    assertThat(file.getShort(4)).isEqualTo((short) 1);
    assertThat(file.getInt(8)).isEqualTo(2);
    assertThat(file.getInt(12)).isEqualTo(2);
    double[] numbers = new double[8];
    file.position(16).asDoubleBuffer().get(numbers);
    assertThat(numbers).containsExactly(1, 2, 3, 5, 6, 4, 7, 8);
  }

  @Test
  void readsRandomModelsBack() {
    Random random = new Random(1);
    for (int round = 0; round < 50; round++) {
      int columns = 1 + random.nextInt(30);
      int outputs = 1 + random.nextInt(4);
      double[][] weights = new double[outputs][];
      for (int output = 0; output < outputs; output++) {
        weights[output] = random.doubles(columns, -1e9, 1e9).toArray();
      }
      LinearModel model =
          new LinearModel(
              random.doubles(columns).toArray(), random.doubles(outputs).toArray(), weights);

      assertThat(LinearFile.read("l", LinearFile.write(model), columns)).isEqualTo(model);
    }
  }

  @Test
  void namesTheOffsetOfWhatIsWrong() {
    refuses("byte 0: does not begin with DTLM", file -> file.putInt(0, 0));
    refuses(
        "byte 4: version 2, but this version reads up to 1. Update",
        file -> file.putShort(4, (short) 2));
    refuses("byte 4: version 0", file -> file.putShort(4, (short) 0));
    refuses("byte 6: must be 0", file -> file.putShort(6, (short) 1));
    refuses("byte 8: takes another number of inputs", file -> file.putInt(8, 3));
    refuses("byte 12: the number of outputs", file -> file.putInt(12, 3));
    refuses("byte 12: the number of outputs", file -> file.putInt(12, -1));
    refuses("byte 12: the number of outputs", file -> file.putInt(12, Integer.MAX_VALUE));
    refuses("byte 24: is no finite number", file -> file.putDouble(24, Double.NaN));
    refuses("byte 72: is no finite number", file -> file.putDouble(72, Double.POSITIVE_INFINITY));
  }

  @Test
  void refusesAFileWithoutHeader() {
    BundleException refusal =
        catchThrowableOfType(
            BundleException.class, () -> LinearFile.read("l.bin", new byte[15], 2));

    assertThat(refusal.getMessage()).startsWith("l.bin at byte 0: shorter than its header");
  }

  private static void refuses(String message, Consumer<ByteBuffer> damage) {
    byte[] bytes = LinearFile.write(MODEL);
    damage.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));

    BundleException refusal =
        catchThrowableOfType(BundleException.class, () -> LinearFile.read("l.bin", bytes, 2));

    assertThat(refusal.getMessage()).startsWith("l.bin at byte").contains(message);
  }
}
