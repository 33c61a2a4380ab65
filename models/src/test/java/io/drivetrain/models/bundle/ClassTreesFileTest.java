package io.drivetrain.models.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drivetrain.models.RandomTrees;
import io.drivetrain.models.estimator.ClassTrees;
import io.drivetrain.models.estimator.Combination;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ClassTreesFileTest {
  private static final RandomTrees RANDOM = RandomTrees.ofEveryKind(1, 3);

  private static final ClassTrees TREES =
      new ClassTrees(
          List.of(
              RANDOM.trees(2, 5, new Combination.Sum(0, 1)),
              RANDOM.trees(2, 5, new Combination.Sum(0, 1)),
              RANDOM.trees(2, 5, new Combination.Sum(0, 1))));

  @Test
  void readsTheTreesOfEachClassBack() {
    assertThat(ClassTreesFile.read("c.bin", ClassTreesFile.write(TREES), 3)).isEqualTo(TREES);
  }

  @Test
  void namesTheOffsetOfWhatIsWrong() {
    refuses("byte 0: does not begin with DTCT", file -> file.putInt(0, 0));
    refuses(
        "byte 4: version 2, but this version reads up to 1. Update",
        file -> file.putShort(4, (short) 2));
    refuses("byte 6: must be 0", file -> file.putShort(6, (short) 1));
    refuses("byte 8: has no such classes", file -> file.putInt(8, 1));
    refuses("a class is cut off", file -> file.putInt(8, 4));
    refuses("something follows the last class", file -> file.putInt(8, 2));
    refuses("byte 12: a class has no such length", file -> file.putInt(12, -1));
    refuses("byte 12: a class has no such length", file -> file.putInt(12, Integer.MAX_VALUE));
  }

  @Test
  void isCutOffNowhere() {
    byte[] whole = ClassTreesFile.write(TREES);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);

      assertThat(
              catchThrowableOfType(
                  BundleException.class, () -> ClassTreesFile.read("c.bin", cut, 3)))
          .isNotNull();
    }
  }

  private static void refuses(String message, Consumer<ByteBuffer> damage) {
    byte[] bytes = ClassTreesFile.write(TREES);
    damage.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));

    BundleException refusal =
        catchThrowableOfType(BundleException.class, () -> ClassTreesFile.read("c.bin", bytes, 3));

    assertThat(refusal.getMessage()).startsWith("c.bin at byte").contains(message);
  }
}
