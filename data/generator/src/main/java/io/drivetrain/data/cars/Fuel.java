package io.drivetrain.data.cars;

/** What drives a car, with its effect on the price in log points. */
enum Fuel {
  DIESEL("Diesel", 0.0, 1.06),
  PETROL("Essence", -0.07, 0.72),
  HYBRID("Hybride", 0.04, 0.85),
  ELECTRIC("Electrique", -0.05, 0.55);

  final String cell;
  final double effect;
  final double kilometresFactor;

  Fuel(String cell, double effect, double kilometresFactor) {
    this.cell = cell;
    this.effect = effect;
    this.kilometresFactor = kilometresFactor;
  }
}
