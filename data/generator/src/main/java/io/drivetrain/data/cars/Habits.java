package io.drivetrain.data.cars;

import java.util.List;

/** How sellers write: shares are of listings, not of rows. */
final class Habits {
  /** The optional fields gearbox, first hand and condition are all left out. */
  static final double SHORT_FORM = 0.10;

  /** One of them is left out of an otherwise full form. */
  static final double NO_GEARBOX = 0.02;

  static final double NO_FIRST_HAND = 0.17;
  static final double NO_CONDITION = 0.185;

  /** The mileage is left at the first entry of the list, or has a zero too few. */
  static final double MILEAGE_NOT_SET = 0.03;

  static final double MILEAGE_ZERO_TOO_FEW = 0.025;

  /** The year is any entry of the list, which goes back so many years. */
  static final double WRONG_YEAR = 0.003;

  static final int YEARS_IN_LIST = 33;

  /** Prices are round: their step in MAD, in permille of the listings. */
  static final List<Share> PRICE_STEP =
      List.of(
          new Share(500, 15), new Share(1_000, 535), new Share(5_000, 350), new Share(10_000, 100));

  /**
   * What is written for one dirham, in permille of the listings. 10 is a zero too many, 100 a price
   * in centimes, 1,000 one that was meant in thousands.
   */
  static final List<Share> WRITTEN_PER_DIRHAM =
      List.of(new Share(1, 994), new Share(10, 3), new Share(100, 2), new Share(1_000, 1));

  /** The site is read three times: how often a listing is found, in percent of the listings. */
  static final List<Share> COPIES = List.of(new Share(1, 44), new Share(2, 32), new Share(3, 24));

  private Habits() {}
}
