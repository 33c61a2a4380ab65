package io.drivetrain.models.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drivetrain.models.RandomTrees;
import io.drivetrain.models.estimator.CategorySet;
import io.drivetrain.models.estimator.Combination;
import io.drivetrain.models.estimator.TreeEnsemble;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TreesFileTest {

  private static final int NODES = 40;

  /** Node 0 splits input 1, nodes 1 and 2 are leaves; node 3 is a tree of its own. */
  private static final TreeEnsemble TREES =
      TreeEnsemble.builder(2, new Combination.Sum(1, 0.5))
          .split(1, 0.5, 4)
          .leaf(7, 1)
          .leaf(8, 3)
          .leaf(9, 4)
          .build();

  @Test
  void isLaidOutAsDocumented() {
    ByteBuffer file = ByteBuffer.wrap(TreesFile.write(TREES)).order(ByteOrder.LITTLE_ENDIAN);

    assertThat(file.capacity()).isEqualTo(NODES + 4 * 24);
    assertThat(new byte[] {file.get(0), file.get(1), file.get(2), file.get(3)})
        .containsExactly('D', 'T', 'T', 'F');
    assertThat(file.getShort(4)).isEqualTo((short) 1);
    assertThat(file.getInt(8)).isEqualTo(2);
    assertThat(file.getInt(12)).isEqualTo(2);
    assertThat(file.getInt(16)).isEqualTo(4);
    assertThat(file.getDouble(24)).isEqualTo(1);
    assertThat(file.getDouble(32)).isEqualTo(0.5);
    assertThat(file.getShort(NODES)).isEqualTo((short) 1);
    assertThat(file.getInt(NODES + 4)).isEqualTo(2);
    assertThat(file.getDouble(NODES + 8)).isEqualTo(0.5);
    assertThat(file.getDouble(NODES + 16)).isEqualTo(4);
    assertThat(file.getShort(NODES + 24)).isEqualTo((short) -1);
  }

  @Test
  void readsRandomTreesBack() {
    Random random = new Random(1);
    for (int round = 0; round < 50; round++) {
      int columns = 1 + random.nextInt(30);
      Combination combination =
          random.nextBoolean() ? new Combination.Mean() : new Combination.Sum(0.1, 0.3);
      TreeEnsemble trees =
          new RandomTrees(round, columns)
              .trees(1 + random.nextInt(9), 1 + random.nextInt(60), combination);

      assertThat(TreesFile.read("t", TreesFile.write(trees), columns)).isEqualTo(trees);
    }
  }

  @Test
  void readsSplitsOfEveryKindBack() {
    for (int seed = 0; seed < 50; seed++) {
      TreeEnsemble trees =
          RandomTrees.ofEveryKind(seed, 4).trees(5, 20, new Combination.Sum(0.1, 0.3));

      assertThat(TreesFile.read("t", TreesFile.write(trees), 4)).isEqualTo(trees);
    }
  }

  @Test
  void refusesSetsThatAreDamaged() {
    TreeEnsemble trees =
        TreeEnsemble.builder(2, new Combination.Mean())
            .splitCategories(1, CategorySet.of(3), 2)
            .leaf(1, 1)
            .leaf(2, 1)
            .build();
    byte[] written = TreesFile.write(trees);
    int set = NODES + 3 * 24;

    refuses(written, "byte 48: has no such set", file -> file.putDouble(NODES + 8, 1));
    refuses(written, "byte 42: no kind of split", file -> file.putShort(NODES + 2, (short) 3));
    refuses(written, "byte 66: a leaf has no kind", file -> file.putShort(NODES + 26, (short) 1));
    refuses(written, "byte 20: has no such sets", file -> file.putInt(20, -1));
    refuses(written, "a set is cut off", file -> file.putInt(20, 2));
    refuses(written, "something follows the last set", file -> file.putInt(20, 0));
    refuses(written, "a set has no such length", file -> file.putLong(set, 2));
    refuses(written, "a set has no such length", file -> file.putLong(set, -1));
    refuses(written, "a set ends with an empty word", file -> file.putLong(set + 8, 0));
    assertThat(TreesFile.read("t", written, 2)).isEqualTo(trees);
  }

  @Test
  void namesTheOffsetOfWhatIsWrong() {
    refuses("byte 0: does not begin with DTTF", file -> file.putInt(0, 0));
    refuses(
        "byte 4: version 3, but this version reads up to 2. Update",
        file -> file.putShort(4, (short) 3));
    refuses("byte 4: a plain ensemble has version 1", file -> file.putShort(4, (short) 2));
    refuses("byte 4: version 0", file -> file.putShort(4, (short) 0));
    refuses("byte 6: no combination", file -> file.putShort(6, (short) 2));
    refuses("byte 8: takes another number of inputs", file -> file.putInt(8, 3));
    refuses("byte 12: holds 2 trees", file -> file.putInt(12, 1));
    refuses("byte 16: the number of nodes", file -> file.putInt(16, 5));
    refuses("byte 16: the number of nodes", file -> file.putInt(16, -1));
    refuses("byte 16: the number of nodes", file -> file.putInt(16, Integer.MAX_VALUE));
    refuses("byte 20: must be 0", file -> file.putInt(20, 1));
    refuses("byte 24: the base is no number", file -> file.putDouble(24, Double.NaN));
    refuses(
        "byte 32: the scale is no number", file -> file.putDouble(32, Double.POSITIVE_INFINITY));
    refuses("byte 24: a mean has", file -> file.putShort(6, (short) 1));
    refuses("byte 40: node 0 splits on input 2", file -> file.putShort(NODES, (short) 2));
    refuses("byte 40: node 0 has NaN", file -> file.putDouble(NODES + 8, Double.NaN));
    refuses("byte 40: node 0 has cover -1.0", file -> file.putDouble(NODES + 16, -1));
    refuses("node 0 has cover 5.0, its children have 4.0", file -> file.putDouble(NODES + 16, 5));
    refuses("byte 42: must be 0", file -> file.putShort(NODES + 2, (short) 1));
    refuses("byte 68: a leaf has no right child", file -> file.putInt(NODES + 28, 1));
  }

  @Test
  void refusesChildrenThatLeadBackOrOut() {
    for (int right : new int[] {0, 1, 3, 4, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      refuses("byte 44: the right child must be node 2", file -> file.putInt(NODES + 4, right));
    }
  }

  @Test
  void refusesATreeThatIsNotComplete() {
    refuses("byte 136: the last tree lacks", file -> file.putShort(NODES + 72, (short) 0));
  }

  @Test
  void refusesAFileWithoutHeader() {
    BundleException refusal =
        catchThrowableOfType(BundleException.class, () -> TreesFile.read("t.bin", new byte[39], 2));

    assertThat(refusal.getMessage()).startsWith("t.bin at byte 0: shorter than its header");
  }

  private static void refuses(String message, Consumer<ByteBuffer> damage) {
    refuses(TreesFile.write(TREES), message, damage);
  }

  private static void refuses(byte[] written, String message, Consumer<ByteBuffer> damage) {
    byte[] bytes = written.clone();
    damage.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));

    BundleException refusal =
        catchThrowableOfType(BundleException.class, () -> TreesFile.read("t.bin", bytes, 2));

    assertThat(refusal.getMessage()).startsWith("t.bin at byte").contains(message);
  }
}
