package io.drivetrain.data.cars;

import java.nio.file.Path;
import java.util.List;

/** What the command line asks for. */
record Arguments(int rows, long seed, Path out, boolean help) {
  static final String USAGE =
      """
      Writes a synthetic sample of used-car listings (see data/README.md).

      usage: java data/generator/src/main/java/io/drivetrain/data/cars/GenerateCars.java
                 [--rows N] [--seed S] [--out FILE]

        --rows N     listings to write, duplicates included: 1 to 5000000 (default 12000)
        --seed S     any whole number; the same seed writes the same bytes (default 1)
        --out FILE   file to write or overwrite (default data/cars.csv)
        --help       this text
      """;

  private static final int MOST_ROWS = 5_000_000;

  static Arguments parse(String[] args) {
    Arguments parsed = new Arguments(12_000, 1, Path.of("data", "cars.csv"), false);
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--help")) {
        return new Arguments(parsed.rows, parsed.seed, parsed.out, true);
      }
      parsed = parsed.with(args[i], i + 1 < args.length ? args[++i] : null);
    }
    return parsed;
  }

  private Arguments with(String option, String value) {
    if (!List.of("--rows", "--seed", "--out").contains(option)) {
      throw new IllegalArgumentException("unknown option " + option);
    }
    if (value == null) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return switch (option) {
      case "--rows" -> new Arguments((int) number(option, value, 1, MOST_ROWS), seed, out, help);
      case "--seed" ->
          new Arguments(rows, number(option, value, Long.MIN_VALUE, Long.MAX_VALUE), out, help);
      default -> new Arguments(rows, seed, Path.of(value), help);
    };
  }

  private static long number(String option, String value, long least, long most) {
    try {
      long number = Long.parseLong(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException _) {
      // answered below, as a number out of bounds is
    }
    throw new IllegalArgumentException(
        "%s must be a whole number from %d to %d, not \"%s\""
            .formatted(option, least, most, value));
  }
}
