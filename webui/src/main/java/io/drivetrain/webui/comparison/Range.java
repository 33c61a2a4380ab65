package io.drivetrain.webui.comparison;

/**
 * A part of a scale.
 *
 * @param low a number, or for texts a place: both ends belong to it
 */
public record Range(Field field, double low, double high) {
  public Range {
    if (low > high) {
      double swapped = low;
      low = high;
      high = swapped;
    }
  }

  boolean has(double place) {
    return place >= low && place <= high;
  }
}
