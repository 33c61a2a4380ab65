package io.drivetrain.data.cars;

/** A car as it is, whatever its seller writes. */
record Car(
    CarModel model,
    int year,
    int kilometres,
    Fuel fuel,
    int fiscalHorsepower,
    boolean automatic,
    boolean firstHand,
    Condition condition) {

  int age() {
    return Economics.LISTING_YEAR - year;
  }
}
