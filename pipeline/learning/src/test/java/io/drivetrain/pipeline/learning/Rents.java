package io.drivetrain.pipeline.learning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Flats to let, and the definition that learns their rents. */
public final class Rents {
  public static final String HEADER = "Ville;Surface;Meublé;Libre le;Loyer\n";
  private static final List<String> CITIES = List.of("Fès", "Rabat", "Tanger");

  private Rents() {}

  /** The text of {@code learning/rents.yaml}. */
  public static String definition() {
    try (InputStream in = Rents.class.getResourceAsStream("/learning/rents.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  /** A file of rents that follow from the flat, give or take a tenth. */
  public static String csv(int rows, long seed) {
    Random random = new Random(seed);
    StringBuilder csv = new StringBuilder(HEADER);
    for (int i = 0; i < rows; i++) {
      int city = random.nextInt(CITIES.size());
      double area = 20 + random.nextInt(1000) / 10.0;
      boolean furnished = random.nextBoolean();
      LocalDate free = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(360));
      double rent =
          (1000 + 40 * area)
              * (1 + 0.3 * city)
              * (furnished ? 1.2 : 1)
              * (1 + 0.05 * random.nextGaussian());
      csv.append(
          String.format(
              Locale.ROOT,
              "%s;%.1f;%s;%s;%.0f\n",
              CITIES.get(city),
              area,
              furnished ? "oui" : "non",
              free,
              rent));
    }
    return csv.toString();
  }
}
