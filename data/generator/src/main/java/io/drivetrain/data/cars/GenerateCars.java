package io.drivetrain.data.cars;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the sample data set {@code cars.csv}: invented used-car listings of the Moroccan market,
 * priced by the depreciation model of {@link Economics} and written down the way sellers do. The
 * data card is {@code data/README.md}.
 *
 * <p>The JDK runs it from its source, without a build; rows and seed alone decide the bytes.
 */
public final class GenerateCars {
  private GenerateCars() {}

  public static void main(String[] args) {
    try {
      Arguments arguments = Arguments.parse(args);
      if (arguments.help()) {
        System.out.print(Arguments.USAGE);
        return;
      }
      write(arguments.out(), new Listings(arguments.seed()).rows(arguments.rows()));
      System.out.println(
          arguments.rows() + " listings with seed " + arguments.seed() + " in " + arguments.out());
    } catch (IllegalArgumentException wrong) {
      System.err.println("GenerateCars: " + wrong.getMessage() + " (--help shows the usage)");
      System.exit(2);
    } catch (NoSuchFileException missing) {
      System.err.println(
          "GenerateCars: no folder for "
              + missing.getFile()
              + ": run from the root of the repository, or give --out FILE");
      System.exit(1);
    } catch (IOException failure) {
      System.err.println("GenerateCars: cannot write: " + failure);
      System.exit(1);
    }
  }

  /** CRLF and no byte order mark, as the site's export has it. */
  private static void write(Path out, List<String> rows) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(out)) {
      writer.write(Listings.HEADER + "\r\n");
      for (String row : rows) {
        writer.write(row + "\r\n");
      }
    }
  }
}
