package io.drivetrain.pipeline.learning.data.source;

/**
 * A column that the definition wants.
 *
 * @param name canonical: {@code mileage_km}
 * @param header what the file calls it: {@code Kilométrage}; the name is accepted too
 */
record Field(String name, String header) {
  String shown() {
    return name.equals(header) ? "'" + name + "'" : "'" + header + "' (" + name + ")";
  }
}
