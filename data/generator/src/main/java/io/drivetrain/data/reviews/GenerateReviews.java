package io.drivetrain.data.reviews;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the sample data set {@code reviews.csv}: invented reviews in English and French with their
 * sentiment. The data card is {@code data/README.md}.
 *
 * <p>The JDK runs it from its source, without a build; the same rows and seed give the same bytes.
 */
public final class GenerateReviews {
  static final int ROWS = 4_000;
  static final long SEED = 1;

  private GenerateReviews() {}

  /**
   * @param args the file to write; none: {@code data/reviews.csv}
   */
  public static void main(String[] args) throws IOException {
    Path out = args.length > 0 ? Path.of(args[0]) : Path.of("data", "reviews.csv");
    Files.writeString(out, String.join("\n", lines()) + "\n");
    System.out.println(ROWS + " reviews with seed " + SEED + " in " + out);
  }

  static List<String> lines() {
    return Stream.concat(Stream.of(Reviews.HEADER), new Reviews(SEED).rows(ROWS).stream()).toList();
  }
}
