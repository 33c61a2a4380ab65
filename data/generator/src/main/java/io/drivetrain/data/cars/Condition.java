package io.drivetrain.data.cars;

/** The state of a car as its seller sees it, with its effect on the price in log points. */
enum Condition {
  EXCELLENT("Excellent", 0.06, 640, 400),
  VERY_GOOD("Très bon", 0.0, 310, 450),
  GOOD("Bon", -0.08, 45, 130),
  FAIR("Correct", -0.20, 3, 14),
  DAMAGED("Endommagé", -0.45, 1, 3),
  FOR_PARTS("Pour Pièces", -0.80, 1, 3);

  final String cell;
  final double effect;
  final int shareOfYoungPermille;
  final int shareOfOldPermille;

  Condition(String cell, double effect, int shareOfYoungPermille, int shareOfOldPermille) {
    this.cell = cell;
    this.effect = effect;
    this.shareOfYoungPermille = shareOfYoungPermille;
    this.shareOfOldPermille = shareOfOldPermille;
  }
}
