package io.drivetrain.data.cars;

import java.util.List;

/** The numbers of the price model. Effects are in log points: 0.05 is a price 5 % higher. */
final class Economics {
  /** The year in which all cars are on offer; a car's age is counted from it, in years. */
  static final int LISTING_YEAR = 2022;

  /** Lost on the way out of the showroom. */
  static final double FIRST_DRIVE_LOSS = 0.04;

  /**
   * Lost in every year up to {@link #EASING_AGE}, then {@link #OLD_CAR_LOSS}: times the make's
   * pace.
   */
  static final double YOUNG_CAR_LOSS = 0.09;

  static final double OLD_CAR_LOSS = 0.035;
  static final int EASING_AGE = 10;

  /**
   * Lost with every 10,000 km beyond what is usual at the car's age, won with every 10,000 km less.
   */
  static final double LOSS_PER_10000_KM = 0.017;

  /** Usual mileage, km: nears the limit with age, because old cars are driven less. */
  static final double USUAL_KM_LIMIT = 260_000;

  static final double USUAL_KM_YEARS = 10.5;

  /** Scatter of the mileage around the usual one (standard deviation of its logarithm). */
  static final double KM_SCATTER = 0.35;

  static final double AUTOMATIC_GEARBOX = 0.07;
  static final double FIRST_HAND = 0.04;

  /** For each fiscal horsepower more than the model's usual engine has. */
  static final double FISCAL_HORSEPOWER = 0.05;

  /** Engines: fiscal horsepower more than the model's usual one has, in percent of the cars. */
  static final List<Share> MORE_HORSEPOWER =
      List.of(
          new Share(-1, 6), new Share(0, 76), new Share(1, 11), new Share(2, 5), new Share(3, 2));

  /**
   * What the columns do not tell: equipment, city, patience (standard deviation of the log price).
   */
  static final double NOISE = 0.10;

  /** Listings below this price are not collected, MAD. */
  static final int LOWEST_PRICE = 60_000;

  /**
   * Years after which the share of cars still with their first owner has fallen by a factor of e.
   */
  static final double FIRST_OWNER_YEARS = 7.5;

  /** Age at which a car is most likely to be on offer, years. */
  static final double USUAL_SALE_AGE = 6;

  /** Until this age a car is in the better of the two mixes of {@link Condition}, years. */
  static final int YOUNG_CAR_AGE = 5;

  private Economics() {}

  /** What age has taken of the price, in log points, at the pace of an average make. */
  static double wear(int age) {
    return YOUNG_CAR_LOSS * Math.min(age, EASING_AGE)
        + OLD_CAR_LOSS * Math.max(0, age - EASING_AGE);
  }

  /**
   * Weight of an age among the cars on offer: rises to the usual age of sale, then falls slowly.
   */
  static int salesWeight(int age) {
    return (int) (1_000 * (age + 0.1) * StrictMath.exp(-age / USUAL_SALE_AGE));
  }

  static double usualKilometres(int age) {
    return USUAL_KM_LIMIT * (1 - StrictMath.exp(-(age + 0.2) / USUAL_KM_YEARS));
  }
}
