package io.drivetrain.data.cars;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The rows of the file: cars the way that their sellers describe them. */
final class Listings {
  static final String HEADER =
      "Marque;Modèle;Année-Modèle;Kilométrage;Type de carburant;Puissance fiscale;"
          + "Boite de vitesses;Première main;État;Prix";

  private final Chance chance;
  private final Market market;

  Listings(long seed) {
    chance = new Chance(seed);
    market = new Market(chance);
  }

  /** Shuffled, duplicates included. */
  List<String> rows(int count) {
    List<String> rows = new ArrayList<>(count);
    while (rows.size() < count) {
      String listing = listing();
      int copies = chance.pick(Habits.COPIES);
      rows.addAll(Collections.nCopies(Math.min(copies, count - rows.size()), listing));
    }
    chance.shuffle(rows);
    return rows;
  }

  /** The next listing that is expensive enough to be collected. */
  private String listing() {
    while (true) {
      Car car = market.car();
      int price = rounded(market.askingPrice(car));
      if (price >= Economics.LOWEST_PRICE) {
        return asWritten(car, price);
      }
    }
  }

  private int rounded(double price) {
    int step = chance.pick(Habits.PRICE_STEP);
    return (int) (price / step + 0.5) * step;
  }

  private String asWritten(Car car, int price) {
    boolean shortForm = chance.isTrue(Habits.SHORT_FORM);
    return String.join(
        ";",
        car.model().make(),
        car.model().name(),
        Integer.toString(writtenYear(car.year())),
        mileageRange(writtenKilometres(car.kilometres())),
        car.fuel().cell,
        Integer.toString(car.fiscalHorsepower()),
        shortForm || chance.isTrue(Habits.NO_GEARBOX)
            ? "--"
            : car.automatic() ? "Automatique" : "Manuelle",
        shortForm || chance.isTrue(Habits.NO_FIRST_HAND) ? "" : car.firstHand() ? "Oui" : "Non",
        shortForm || chance.isTrue(Habits.NO_CONDITION) ? "" : car.condition().cell,
        Long.toString((long) price * chance.pick(Habits.WRITTEN_PER_DIRHAM)));
  }

  private int writtenYear(int year) {
    return chance.isTrue(Habits.WRONG_YEAR)
        ? Economics.LISTING_YEAR - chance.below(Habits.YEARS_IN_LIST)
        : year;
  }

  private int writtenKilometres(int kilometres) {
    double habit = chance.share();
    if (habit < Habits.MILEAGE_NOT_SET) {
      return 0;
    }
    boolean zeroTooFew = habit < Habits.MILEAGE_NOT_SET + Habits.MILEAGE_ZERO_TOO_FEW;
    return zeroTooFew ? kilometres / 10 : kilometres;
  }

  /**
   * The site's list of ranges: steps of 5,000 km up to 100,000, of 10,000 up to 200,000, then of
   * 50,000.
   */
  static String mileageRange(int kilometres) {
    int step = kilometres < 100_000 ? 5_000 : kilometres < 200_000 ? 10_000 : 50_000;
    int low = kilometres / step * step;
    return spaced(low) + " - " + spaced(low + step - 1);
  }

  private static String spaced(int number) {
    String digits = Integer.toString(number);
    int head = digits.length() - 3;
    return head <= 0 ? digits : digits.substring(0, head) + " " + digits.substring(head);
  }
}
