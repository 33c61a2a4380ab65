package io.drivetrain.pipeline.learning.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.access.problem.ForbiddenWords;
import io.drivetrain.models.schema.CategoricalFeature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.Label;
import io.drivetrain.models.schema.NumericFeature;
import io.drivetrain.models.schema.Target;
import io.drivetrain.pipeline.api.quality.LineCounts;
import io.drivetrain.pipeline.learning.data.definition.SourceSpec;
import io.drivetrain.pipeline.learning.data.duckdb.LockedDuckDb;
import io.drivetrain.pipeline.learning.data.duckdb.ReadingLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A clean file with random damage: either each of its lines is accounted for, or it is refused with
 * the line. {@code -Ddrivetrain.mutations} says how many files; {@code scripts/mutate-source.sh}
 * runs many.
 */
class SourceMutationTest {
  private static final int MUTATIONS = Integer.getInteger("drivetrain.mutations", 300);
  private static final Pattern LINE_END = Pattern.compile("\r\r\n|\r\n|\r|\n");
  private static final Pattern PLACE = Pattern.compile("line \\d+|first line|header|column");
  private static final Label LABEL = new Label("x", "x");
  private static final SourceSpec SOURCE = new SourceSpec(null, null, List.of());
  private static final NumericFeature RENT =
      new NumericFeature("rent", LABEL, "Loyer", true, "MAD", false, false, 1, 100000, null);
  private static final FeatureSchema SCHEMA =
      new FeatureSchema(
          List.of(
              new CategoricalFeature(
                  "city", LABEL, "Ville", true, List.of(), true, null, Map.of(), null),
              new NumericFeature(
                  "area", LABEL, "Surface", false, "m2", false, true, 1, 1000, null)),
          new Target("rent", LABEL, "MAD", "Loyer"),
          SourceSpec.USUAL_MISSING);
  private static final List<String> INSERTED =
      List.of("\"", "\"\"", "\n", "\r", "\r\n", "\r\r\n", ";", ";;;", "\0", "\uFEFF", "é", "\n\n");

  @TempDir Path folder;

  @Test
  void everyLineIsAccountedForOrNamed() throws IOException, SQLException {
    try (LockedDuckDb duckDb = LockedDuckDb.streaming(new ReadingLimits(folder), folder)) {
      for (int seed = 0; seed < MUTATIONS; seed++) {
        check(seed, duckDb);
      }
    }
  }

  private void check(int seed, LockedDuckDb duckDb) throws IOException, SQLException {
    byte[] bytes = mutated(new Random(seed));
    Path copy = folder.resolve("copy");
    Files.deleteIfExists(copy);
    try {
      DataFile file = DataFile.copy("rents.csv", new ByteArrayInputStream(bytes), copy, null);
      DataTable table = new TableReader(SOURCE, SCHEMA, RENT).read(file, duckDb, row -> {});
      LineCounts lines = table.lines();
      assertThat(lines.lines()).as("seed %d", seed).isEqualTo(physicalLines(file, bytes));
      assertThat(
              lines.header()
                  + lines.rows()
                  + lines.refused()
                  + lines.blank()
                  + lines.skipped()
                  + lines.breaks())
          .as("seed %d: %s", seed, lines)
          .isEqualTo(lines.lines());
    } catch (UnusableDataException refused) {
      assertThat(refused.getMessage()).as("seed %d", seed).containsPattern(PLACE);
      assertThat(ForbiddenWords.in(refused.getMessage())).as("seed %d", seed).isEmpty();
    }
  }

  private static long physicalLines(DataFile file, byte[] bytes) {
    String text = new String(bytes, file.encoding().charset());
    String[] lines = LINE_END.split(text, -1);
    return lines[lines.length - 1].isEmpty() ? lines.length - 1 : lines.length;
  }

  private static byte[] mutated(Random random) {
    StringBuilder text = new StringBuilder("Ville;Surface;Loyer\n");
    for (int i = 0; i < 60; i++) {
      text.append("Fès ").append(i).append(";").append(20 + i).append(";").append(1000 + i);
      text.append('\n');
    }
    int damages = 1 + random.nextInt(4);
    for (int i = 0; i < damages; i++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.insert(at, INSERTED.get(random.nextInt(INSERTED.size())));
        case 1 -> text.deleteCharAt(at);
        case 2 -> text.delete(at, Math.min(text.length(), at + random.nextInt(200)));
        default -> text.setCharAt(at, (char) (1 + random.nextInt(0xFE)));
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0 && random.nextInt(3) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }
}
