package io.drivetrain.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Files that no model may be trained on, cut from the sample. */
final class UnusableFiles {
  private UnusableFiles() {}

  /** Writes the file of that name into the folder {@code raw} of the data folder. */
  static void write(Path data, String name) throws IOException {
    List<String> lines = Files.readAllLines(data.resolve("cars.csv"));
    Path file = data.resolve("raw").resolve(name);
    switch (name) {
      case "500-rows.csv" -> Files.write(file, lines.subList(0, 501));
      case "mostly-missing.csv" ->
          Files.write(file, lines.stream().map(UnusableFiles::blankSixOfTen).toList());
      case "no-target.csv" ->
          Files.write(
              file, lines.stream().map(line -> line.substring(0, line.lastIndexOf(';'))).toList());
      case "not-a-csv.csv" -> Files.write(file, pictureBytes());
      default -> throw new IllegalArgumentException(name);
    }
  }

  /** Keeps make, model, year and price of every row: the other six cells are empty. */
  private static String blankSixOfTen(String line) {
    if (line.startsWith("Marque;")) {
      return line;
    }
    String[] cells = line.split(";", -1);
    for (int i = 3; i < cells.length - 1; i++) {
      cells[i] = "";
    }
    return Arrays.stream(cells).collect(Collectors.joining(";"));
  }

  /** The head of a PNG and bytes that no text encoding allows. */
  private static byte[] pictureBytes() {
    byte[] bytes = new byte[4096];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 37);
    }
    byte[] head = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    System.arraycopy(head, 0, bytes, 0, head.length);
    return bytes;
  }
}
