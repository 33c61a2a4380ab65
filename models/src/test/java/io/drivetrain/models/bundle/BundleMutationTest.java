package io.drivetrain.models.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import io.drivetrain.models.CarFixtures;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.models.schema.Row;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Bundles with random damage: without the right hashes they are refused; with them they are refused
 * or predict soundly, in bounded time and memory. {@code -Ddrivetrain.mutations} says how many
 * bundles; {@code scripts/mutate-bundle.sh} runs many.
 */
class BundleMutationTest {
  private static final int MUTATIONS = Integer.getInteger("drivetrain.mutations", 300);

  /** Of a damaged bundle; a sound one of this size takes a hundredth of both. */
  private static final Duration MOST_TIME = Duration.ofSeconds(10);

  /** A nine-digit number in a text of some kilobytes must not become an array of that length. */
  private static final long MOST_BYTES = 64L << 20;

  private static final List<ModelBundle> BUNDLES =
      List.of(CarFixtures.bundle(), CarFixtures.linearBundle(), CarFixtures.classBundle());

  /** What texts turn dangerous with. */
  private static final List<String> INSERTED =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          ",",
          ":",
          "\0",
          "null",
          "-",
          "1e308",
          "1e-320",
          "1e999999999",
          "99999999999999999999",
          "2147483647",
          "NaN",
          "&a [*a, *a]",
          "*a",
          "!!java.net.URL [x]",
          "<<: *a\n",
          "\n---\n",
          "\\ud800",
          "../../",
          "é");

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void damagedBundlesAreRefusedOrSoundInBoundedTimeAndMemory() {
    for (int seed = 0; seed < MUTATIONS; seed++) {
      Random random = new Random(seed);
      ModelBundle bundle = BUNDLES.get(random.nextInt(BUNDLES.size()));
      Map<String, byte[]> damaged = damage(random, BundleFiles.of(bundle));
      int number = seed;
      assertTimeoutPreemptively(
          MOST_TIME, () -> check(number, bundle, damaged), () -> "seed " + number);
    }
  }

  private static void check(int seed, ModelBundle bundle, Map<String, byte[]> damaged) {
    long before = allocated();
    if (!same(damaged, BundleFiles.of(bundle))) {
      assertThat(catchThrowableOfType(BundleException.class, () -> BundleReader.read(damaged)))
          .as("seed %d, without the right hashes", seed)
          .isNotNull();
    }
    readsSoundlyOrRefuses(seed, BundleFiles.signed(damaged));
    assertThat(allocated() - before).as("seed %d, allocated bytes", seed).isLessThan(MOST_BYTES);
  }

  private static long allocated() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }

  private static void readsSoundlyOrRefuses(int seed, Map<String, byte[]> files) {
    try {
      ModelBundle bundle = BundleReader.read(files);
      for (Row row : CarFixtures.rows()) {
        Prediction prediction = bundle.predict(row);
        assertThat(sound(prediction)).as("seed %d: %s", seed, prediction).isTrue();
        assertThat(bundle.predict(row)).as("seed %d", seed).isEqualTo(prediction);
        bundle.explain(row);
      }
    } catch (BundleException refused) {
      assertThat(refused.getMessage())
          .as("seed %d", seed)
          .doesNotContain("Cannot invoke", "io.drivetrain", "com.fasterxml");
    }
  }

  private static boolean sound(Prediction prediction) {
    return switch (prediction) {
      case Prediction.Value value ->
          Double.isFinite(value.value()) && value.interval().low() <= value.interval().high();
      case Prediction.Classes classes ->
          classes.probabilities().values().stream().allMatch(p -> p >= 0 && p <= 1);
    };
  }

  private static boolean same(Map<String, byte[]> one, Map<String, byte[]> other) {
    return one.keySet().equals(other.keySet())
        && one.keySet().stream().allMatch(file -> Arrays.equals(one.get(file), other.get(file)));
  }

  private static Map<String, byte[]> damage(Random random, Map<String, byte[]> files) {
    List<String> names = List.copyOf(files.keySet());
    for (int damages = random.nextInt(3); damages >= 0; damages--) {
      String file = names.get(random.nextInt(names.size()));
      byte[] bytes = files.getOrDefault(file, new byte[0]);
      switch (random.nextInt(20)) {
        case 0 -> files.remove(file);
        case 1 -> files.put(file, files.getOrDefault(names.getFirst(), new byte[0]));
        case 2 -> files.put(file, Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
        case 3 -> files.put(file, Arrays.copyOf(bytes, bytes.length + random.nextInt(5000)));
        case 4 -> files.put(file + random.nextInt(10), bytes);
        default -> files.put(file, damage(random, file, bytes));
      }
    }
    return files;
  }

  private static byte[] damage(Random random, String file, byte[] bytes) {
    if (bytes.length == 0) {
      return bytes;
    }
    return BundleFormat.isText(file) && random.nextBoolean()
        ? ofText(random, new String(bytes, StandardCharsets.ISO_8859_1))
        : ofBytes(random, bytes.clone());
  }

  private static byte[] ofText(Random random, String text) {
    StringBuilder changed = new StringBuilder(text);
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + random.nextInt(40));
    switch (random.nextInt(4)) {
      case 0 -> changed.insert(at, INSERTED.get(random.nextInt(INSERTED.size())));
      case 1 -> changed.replace(at, end, INSERTED.get(random.nextInt(INSERTED.size())));
      case 2 -> changed.delete(at, end);
      default -> changed.insert(at, text.substring(at, end).repeat(1 + random.nextInt(200)));
    }
    return changed.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Single bytes, and whole numbers of four bytes as counts, lengths and offsets are. */
  private static byte[] ofBytes(Random random, byte[] bytes) {
    int at = random.nextInt(bytes.length);
    if (random.nextBoolean()) {
      bytes[at] = (byte) random.nextInt(256);
      return bytes;
    }
    int number =
        switch (random.nextInt(4)) {
          case 0 -> Integer.MAX_VALUE;
          case 1 -> -1;
          case 2 -> Integer.MIN_VALUE;
          default -> random.nextInt();
        };
    for (int i = 0; i < Integer.BYTES && at + i < bytes.length; i++) {
      bytes[at + i] = (byte) (number >>> 8 * i);
    }
    return bytes;
  }
}
