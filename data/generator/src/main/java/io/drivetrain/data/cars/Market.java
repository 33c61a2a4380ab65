package io.drivetrain.data.cars;

import java.util.List;
import java.util.stream.IntStream;

/** Draws cars and their asking prices. Logarithms and powers come from {@link StrictMath}. */
final class Market {
  private static final int MOST_KILOMETRES = 499_999;
  private static final int LEAST_HORSEPOWER = 5;
  private static final int MOST_HORSEPOWER = 14;

  private final Chance chance;

  Market(Chance chance) {
    this.chance = chance;
  }

  /** The order of the draws is part of the file: another order makes other rows. */
  Car car() {
    CarModel model = chance.pick(Catalogue.models(), CarModel::weight);
    int year = year(model);
    int age = Economics.LISTING_YEAR - year;
    Fuel fuel = fuel(model);
    return new Car(
        model,
        year,
        kilometres(age, fuel),
        fuel,
        fiscalHorsepower(model),
        fuel == Fuel.ELECTRIC || chance.isTrue(model.automaticPercent() / 100.0),
        chance.isTrue(StrictMath.exp(-age / Economics.FIRST_OWNER_YEARS)),
        condition(age));
  }

  private int year(CarModel model) {
    List<Integer> years =
        IntStream.rangeClosed(model.firstYear(), model.lastYear()).boxed().toList();
    return chance.pick(years, year -> Economics.salesWeight(Economics.LISTING_YEAR - year));
  }

  private Fuel fuel(CarModel model) {
    int percent = chance.below(100);
    if (percent < model.dieselPercent()) {
      return Fuel.DIESEL;
    }
    if (percent < model.dieselPercent() + model.hybridPercent()) {
      return Fuel.HYBRID;
    }
    int upToElectric = model.dieselPercent() + model.hybridPercent() + model.electricPercent();
    return percent < upToElectric ? Fuel.ELECTRIC : Fuel.PETROL;
  }

  private int kilometres(int age, Fuel fuel) {
    double usual = Economics.usualKilometres(age) * fuel.kilometresFactor;
    double driven = usual * StrictMath.exp(Economics.KM_SCATTER * chance.gaussian());
    return (int) Math.min(driven, MOST_KILOMETRES);
  }

  private int fiscalHorsepower(CarModel model) {
    int more = chance.pick(Economics.MORE_HORSEPOWER);
    return Math.clamp(model.fiscalHorsepower() + more, LEAST_HORSEPOWER, MOST_HORSEPOWER);
  }

  private Condition condition(int age) {
    boolean young = age <= Economics.YOUNG_CAR_AGE;
    return chance.pick(
        List.of(Condition.values()), c -> young ? c.shareOfYoungPermille : c.shareOfOldPermille);
  }

  /** MAD, before rounding. */
  double askingPrice(Car car) {
    double usualKilometres = Economics.usualKilometres(car.age());
    double effects =
        -Economics.FIRST_DRIVE_LOSS
            - Catalogue.pace(car.model().make()) * Economics.wear(car.age())
            - Economics.LOSS_PER_10000_KM * (car.kilometres() - usualKilometres) / 10_000
            + Economics.FISCAL_HORSEPOWER
                * (car.fiscalHorsepower() - car.model().fiscalHorsepower())
            + (car.automatic() ? Economics.AUTOMATIC_GEARBOX : 0)
            + (car.firstHand() ? Economics.FIRST_HAND : 0)
            + car.fuel().effect
            + car.condition().effect
            + Economics.NOISE * chance.gaussian();
    return car.model().newPriceMad() * StrictMath.exp(effects);
  }
}
