package io.drivetrain.data.cars;

import java.util.Arrays;

/** A line of {@link Catalogue#MODELS}. */
record CarModel(
    String make,
    String name,
    int firstYear,
    int lastYear,
    int newPriceMad,
    int fiscalHorsepower,
    int dieselPercent,
    int hybridPercent,
    int electricPercent,
    int automaticPercent,
    int weight) {

  static CarModel parse(String line) {
    String[] cells = line.split(";");
    int[] numbers =
        Arrays.stream(cells, 2, cells.length)
            .map(String::strip)
            .mapToInt(Integer::parseInt)
            .toArray();
    return new CarModel(
        cells[0].strip(),
        cells[1].strip(),
        numbers[0],
        numbers[1],
        numbers[2] * 1_000,
        numbers[3],
        numbers[4],
        numbers[5],
        numbers[6],
        numbers[7],
        numbers[8]);
  }
}
