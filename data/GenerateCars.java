import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Writes the sample data set {@code cars.csv}: invented used-car listings of the Moroccan market,
 * priced by the depreciation model of {@link Economics} and written down the way sellers do. The
 * data card is {@code README.md}.
 *
 * <p>One seed, one file, on every platform: the random numbers are those of {@link Random}, the one
 * generator of the JDK whose Javadoc fixes every bit, and logarithms and powers come from {@link
 * StrictMath}.
 */
public final class GenerateCars {
  private static final String USAGE =
      """
      Writes a synthetic sample of used-car listings (see data/README.md).

      usage: java data/GenerateCars.java [--rows N] [--seed S] [--out FILE]

        --rows N     listings to write, duplicates included: 1 to 5000000 (default 12000)
        --seed S     any whole number; the same seed writes the same bytes (default 1)
        --out FILE   file to write or overwrite (default data/cars.csv)
        --help       this text
      """;

  /** The numbers of the price model. Effects are in log points: 0.05 is a price 5 % higher. */
  static final class Economics {
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
     * Lost with every 10,000 km beyond what is usual at the car's age, won with every 10,000 km
     * less.
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
     * What the columns do not tell: equipment, city, patience (standard deviation of the log
     * price).
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

  /** How sellers write: shares are of listings, not of rows. */
  static final class Habits {
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
            new Share(500, 15),
            new Share(1_000, 535),
            new Share(5_000, 350),
            new Share(10_000, 100));

    /**
     * What is written for one dirham, in permille of the listings. 10 is a zero too many, 100 a
     * price in centimes, 1,000 one that was meant in thousands.
     */
    static final List<Share> WRITTEN_PER_DIRHAM =
        List.of(new Share(1, 994), new Share(10, 3), new Share(100, 2), new Share(1_000, 1));

    /** The site is read three times: how often a listing is found, in percent of the listings. */
    static final List<Share> COPIES = List.of(new Share(1, 44), new Share(2, 32), new Share(3, 24));

    private Habits() {}
  }

  /** A value and how often it occurs. */
  record Share(int value, int weight) {}

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

  /** A line of {@link #MODELS}. */
  record Model(
      String make,
      String name,
      int firstYear,
      int lastYear,
      int newPriceMad,
      int fiscalHorsepower,
      int dieselPercent,
      int hybridPercent,
      int electricPercent,
      int automaticPercent,
      int weight) {

    static Model parse(String line) {
      String[] cells = line.split(";");
      int[] numbers =
          Arrays.stream(cells, 2, cells.length)
              .map(String::strip)
              .mapToInt(Integer::parseInt)
              .toArray();
      return new Model(
          cells[0].strip(),
          cells[1].strip(),
          numbers[0],
          numbers[1],
          numbers[2] * 1_000,
          numbers[3],
          numbers[4],
          numbers[5],
          numbers[6],
          numbers[7],
          numbers[8]);
    }
  }

  /** A car as it is, whatever its seller writes. */
  record Car(
      Model model,
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

  private final Random random;

  private GenerateCars(long seed) {
    random = new Random(seed);
  }

  public static void main(String[] args) {
    try {
      Arguments arguments = Arguments.parse(args);
      if (arguments.help()) {
        System.out.print(USAGE);
        return;
      }
      write(arguments.out(), new GenerateCars(arguments.seed()).rows(arguments.rows()));
      System.out.println(
          arguments.rows() + " listings with seed " + arguments.seed() + " in " + arguments.out());
    } catch (IllegalArgumentException wrong) {
      System.err.println("GenerateCars: " + wrong.getMessage() + " (--help shows the usage)");
      System.exit(2);
    } catch (NoSuchFileException missing) {
      System.err.println(
          "GenerateCars: no folder for "
              + missing.getFile()
              + ": run from the root of the repository, or say --out FILE");
      System.exit(1);
    } catch (IOException failure) {
      System.err.println("GenerateCars: cannot write: " + failure);
      System.exit(1);
    }
  }

  record Arguments(int rows, long seed, Path out, boolean help) {
    private static final int MOST_ROWS = 5_000_000;

    static Arguments parse(String[] args) {
      Arguments parsed = new Arguments(12_000, 1, Path.of("data", "cars.csv"), false);
      for (int i = 0; i < args.length; i++) {
        if (args[i].equals("--help")) {
          return new Arguments(parsed.rows, parsed.seed, parsed.out, true);
        }
        parsed = parsed.with(args[i], i + 1 < args.length ? args[++i] : null);
      }
      return parsed;
    }

    private Arguments with(String option, String value) {
      if (!List.of("--rows", "--seed", "--out").contains(option)) {
        throw new IllegalArgumentException("unknown option " + option);
      }
      if (value == null) {
        throw new IllegalArgumentException(option + " needs a value");
      }
      return switch (option) {
        case "--rows" -> new Arguments((int) number(option, value, 1, MOST_ROWS), seed, out, help);
        case "--seed" ->
            new Arguments(rows, number(option, value, Long.MIN_VALUE, Long.MAX_VALUE), out, help);
        default -> new Arguments(rows, seed, Path.of(value), help);
      };
    }

    private static long number(String option, String value, long least, long most) {
      try {
        long number = Long.parseLong(value);
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException _) {
        // answered below, as a number out of bounds is
      }
      throw new IllegalArgumentException(
          "%s must be a whole number from %d to %d, not \"%s\""
              .formatted(option, least, most, value));
    }
  }

  /** CRLF and no byte order mark, as the site's export has it. */
  private static void write(Path out, List<String> rows) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(out)) {
      writer.write(HEADER + "\r\n");
      for (String row : rows) {
        writer.write(row + "\r\n");
      }
    }
  }

  private List<String> rows(int count) {
    List<String> rows = new ArrayList<>(count);
    while (rows.size() < count) {
      String listing = listing();
      int copies = pick(Habits.COPIES);
      rows.addAll(Collections.nCopies(Math.min(copies, count - rows.size()), listing));
    }
    Collections.shuffle(rows, random);
    return rows;
  }

  /** The next listing that is dear enough to be collected. */
  private String listing() {
    while (true) {
      Car car = car();
      int price = rounded(askingPrice(car));
      if (price >= Economics.LOWEST_PRICE) {
        return asWritten(car, price);
      }
    }
  }

  // The cars

  private Car car() {
    Model model = pick(CATALOGUE, Model::weight);
    int year = year(model);
    int age = Economics.LISTING_YEAR - year;
    Fuel fuel = fuel(model);
    return new Car(
        model,
        year,
        kilometres(age, fuel),
        fuel,
        fiscalHorsepower(model),
        fuel == Fuel.ELECTRIC || chance(model.automaticPercent() / 100.0),
        chance(StrictMath.exp(-age / Economics.FIRST_OWNER_YEARS)),
        condition(age));
  }

  private int year(Model model) {
    List<Integer> years =
        IntStream.rangeClosed(model.firstYear(), model.lastYear()).boxed().toList();
    return pick(years, year -> Economics.salesWeight(Economics.LISTING_YEAR - year));
  }

  private Fuel fuel(Model model) {
    int percent = random.nextInt(100);
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
    double driven = usual * StrictMath.exp(Economics.KM_SCATTER * random.nextGaussian());
    return (int) Math.min(driven, 499_999);
  }

  private int fiscalHorsepower(Model model) {
    int more = pick(Economics.MORE_HORSEPOWER);
    return Math.clamp(model.fiscalHorsepower() + more, 5, 14);
  }

  private Condition condition(int age) {
    boolean young = age <= Economics.YOUNG_CAR_AGE;
    return pick(
        List.of(Condition.values()), c -> young ? c.shareOfYoungPermille : c.shareOfOldPermille);
  }

  // The price

  /** MAD, before anybody rounds. */
  private double askingPrice(Car car) {
    double usualKilometres = Economics.usualKilometres(car.age());
    double effects =
        -Economics.FIRST_DRIVE_LOSS
            - PACE.get(car.model().make()) * Economics.wear(car.age())
            - Economics.LOSS_PER_10000_KM * (car.kilometres() - usualKilometres) / 10_000
            + Economics.FISCAL_HORSEPOWER
                * (car.fiscalHorsepower() - car.model().fiscalHorsepower())
            + (car.automatic() ? Economics.AUTOMATIC_GEARBOX : 0)
            + (car.firstHand() ? Economics.FIRST_HAND : 0)
            + car.fuel().effect
            + car.condition().effect
            + Economics.NOISE * random.nextGaussian();
    return car.model().newPriceMad() * StrictMath.exp(effects);
  }

  private int rounded(double price) {
    int step = pick(Habits.PRICE_STEP);
    return (int) (price / step + 0.5) * step;
  }

  // The listing

  private String asWritten(Car car, int price) {
    boolean shortForm = chance(Habits.SHORT_FORM);
    return String.join(
        ";",
        car.model().make(),
        car.model().name(),
        Integer.toString(writtenYear(car.year())),
        mileageRange(writtenKilometres(car.kilometres())),
        car.fuel().cell,
        Integer.toString(car.fiscalHorsepower()),
        shortForm || chance(Habits.NO_GEARBOX)
            ? "--"
            : car.automatic() ? "Automatique" : "Manuelle",
        shortForm || chance(Habits.NO_FIRST_HAND) ? "" : car.firstHand() ? "Oui" : "Non",
        shortForm || chance(Habits.NO_CONDITION) ? "" : car.condition().cell,
        Long.toString((long) price * pick(Habits.WRITTEN_PER_DIRHAM)));
  }

  private int writtenYear(int year) {
    return chance(Habits.WRONG_YEAR)
        ? Economics.LISTING_YEAR - random.nextInt(Habits.YEARS_IN_LIST)
        : year;
  }

  private int writtenKilometres(int kilometres) {
    double habit = random.nextDouble();
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
  private static String mileageRange(int kilometres) {
    int step = kilometres < 100_000 ? 5_000 : kilometres < 200_000 ? 10_000 : 50_000;
    int low = kilometres / step * step;
    return spaced(low) + " - " + spaced(low + step - 1);
  }

  private static String spaced(int number) {
    String digits = Integer.toString(number);
    int head = digits.length() - 3;
    return head <= 0 ? digits : digits.substring(0, head) + " " + digits.substring(head);
  }

  // Chance

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private int pick(List<Share> shares) {
    return pick(shares, Share::weight).value();
  }

  /** One of the choices, each as likely as its weight. */
  private <T> T pick(List<T> choices, ToIntFunction<T> weight) {
    int point = random.nextInt(choices.stream().mapToInt(weight).sum());
    for (T choice : choices) {
      point -= weight.applyAsInt(choice);
      if (point < 0) {
        return choice;
      }
    }
    throw new AssertionError("the weights changed while they were read");
  }

  // The market

  private static final String HEADER =
      "Marque;Modèle;Année-Modèle;Kilométrage;Type de carburant;Puissance fiscale;"
          + "Boite de vitesses;Première main;État;Prix";

  /**
   * Pace of the depreciation by make; 1 is the average. A dear badge and dear parts make it fast.
   */
  private static final Map<String, Double> PACE =
      Map.ofEntries(
          Map.entry("Alfa Romeo", 1.15),
          Map.entry("Audi", 0.97),
          Map.entry("BMW", 1.02),
          Map.entry("Chevrolet", 1.15),
          Map.entry("Citroen", 1.06),
          Map.entry("Dacia", 0.70),
          Map.entry("Fiat", 0.98),
          Map.entry("Ford", 1.00),
          Map.entry("Hyundai", 0.94),
          Map.entry("Jeep", 1.10),
          Map.entry("Kia", 0.96),
          Map.entry("Land Rover", 1.18),
          Map.entry("Mercedes-Benz", 0.94),
          Map.entry("Nissan", 1.00),
          Map.entry("Opel", 1.05),
          Map.entry("Peugeot", 0.98),
          Map.entry("Renault", 0.96),
          Map.entry("Seat", 0.95),
          Map.entry("Skoda", 0.92),
          Map.entry("Suzuki", 0.98),
          Map.entry("Toyota", 0.80),
          Map.entry("Volkswagen", 0.88),
          Map.entry("mini", 1.00));

  /**
   * Makes and models in the spellings of the site, C-Elysée and C-ELYSEE, Duster and duster among
   * them. Then: first and last model year on offer, usual price new in money of 2022 (thousand
   * MAD), usual fiscal horsepower, percent with Diesel, hybrid and electric drive (the rest runs on
   * petrol), percent with automatic gearbox, weight in the market.
   */
  private static final String MODELS =
      """
      Alfa Romeo    ; Giulietta            ; 2011 ; 2019 ; 300 ;  8 ;  88 ;  0 ;   0 ; 35 ;  24
      Alfa Romeo    ; Mito                 ; 2009 ; 2017 ; 215 ;  6 ;  70 ;  0 ;   0 ; 12 ;  10
      Alfa Romeo    ; 159                  ; 2006 ; 2011 ; 330 ;  8 ;  95 ;  0 ;   0 ; 10 ;  12
      Audi          ; A1                   ; 2011 ; 2021 ; 270 ;  6 ;  80 ;  0 ;   0 ; 40 ;  16
      Audi          ; A3                   ; 2000 ; 2021 ; 355 ;  8 ;  97 ;  0 ;   0 ; 50 ;  70
      Audi          ; A4                   ; 1999 ; 2020 ; 420 ;  8 ;  96 ;  0 ;   0 ; 45 ;  55
      Audi          ; A5                   ; 2008 ; 2020 ; 490 ;  8 ;  88 ;  0 ;   0 ; 75 ;  18
      Audi          ; A6                   ; 2001 ; 2021 ; 560 ;  8 ;  93 ;  0 ;   0 ; 65 ;  24
      Audi          ; Q3                   ; 2012 ; 2021 ; 400 ;  8 ;  97 ;  0 ;   0 ; 70 ;  16
      Audi          ; Q5                   ; 2009 ; 2021 ; 560 ;  8 ;  98 ;  0 ;   0 ; 85 ;  50
      Audi          ; Q7                   ; 2007 ; 2021 ; 850 ; 12 ;  98 ;  0 ;   0 ; 97 ;  20
      BMW           ; Serie 1              ; 2005 ; 2022 ; 330 ;  8 ;  85 ;  0 ;   0 ; 35 ;  36
      BMW           ; Serie 3              ; 2001 ; 2021 ; 430 ;  8 ;  86 ;  0 ;   0 ; 50 ;  44
      BMW           ; Serie 4 gran coupé   ; 2014 ; 2022 ; 520 ;  8 ;  92 ;  0 ;   0 ; 90 ;   6
      BMW           ; Serie 5              ; 1998 ; 2021 ; 580 ;  8 ;  88 ;  2 ;   0 ; 72 ;  44
      BMW           ; X1                   ; 2010 ; 2021 ; 400 ;  8 ;  96 ;  0 ;   0 ; 60 ;  14
      BMW           ; X3                   ; 2005 ; 2021 ; 530 ;  8 ;  97 ;  0 ;   0 ; 80 ;  16
      BMW           ; X5                   ; 2003 ; 2021 ; 830 ; 12 ;  95 ;  1 ;   0 ; 95 ;  24
      Chevrolet     ; Captiva              ; 2008 ; 2014 ; 280 ;  8 ;  99 ;  0 ;   0 ; 25 ;  12
      Chevrolet     ; Cruze                ; 2010 ; 2016 ; 215 ;  8 ;  88 ;  0 ;   0 ; 10 ;  16
      Chevrolet     ; Spark                ; 2010 ; 2016 ; 112 ;  6 ;   0 ;  0 ;   0 ;  4 ;   8
      Citroen       ; Berlingo             ; 2000 ; 2021 ; 168 ;  6 ;  98 ;  0 ;   0 ;  2 ; 150
      Citroen       ; C-ELYSEE             ; 2013 ; 2021 ; 140 ;  6 ;  82 ;  0 ;   0 ;  1 ;  12
      Citroen       ; C-Elysée             ; 2013 ; 2019 ; 140 ;  6 ;  94 ;  0 ;   0 ;  1 ;  12
      Citroen       ; C3                   ; 2004 ; 2021 ; 162 ;  6 ;  83 ;  0 ;   0 ;  3 ;  60
      Citroen       ; C4                   ; 2005 ; 2021 ; 212 ;  6 ;  96 ;  0 ;   0 ;  4 ;  60
      Citroen       ; C4 CACTUS            ; 2015 ; 2020 ; 215 ;  6 ;  97 ;  0 ;   0 ; 45 ;  10
      Citroen       ; C4 Picasso           ; 2007 ; 2017 ; 240 ;  6 ;  99 ;  0 ;   0 ; 18 ;  18
      Citroen       ; C5                   ; 2002 ; 2016 ; 300 ;  8 ;  95 ;  0 ;   0 ; 34 ;  32
      Citroen       ; Jumpy                ; 2007 ; 2021 ; 235 ;  8 ; 100 ;  0 ;   0 ;  1 ;   8
      Citroen       ; Nemo                 ; 2009 ; 2016 ; 125 ;  6 ;  97 ;  0 ;   0 ;  0 ;  10
      Dacia         ; Dokker               ; 2012 ; 2021 ; 140 ;  6 ;  99 ;  0 ;   0 ;  1 ; 215
      Dacia         ; Dokker Van           ; 2012 ; 2021 ; 122 ;  6 ;  99 ;  0 ;   0 ;  0 ;  16
      Dacia         ; Duster               ; 2010 ; 2021 ; 185 ;  6 ;  99 ;  0 ;   0 ;  9 ; 180
      Dacia         ; duster               ; 2010 ; 2021 ; 185 ;  6 ;  99 ;  0 ;   0 ;  9 ;   2
      Dacia         ; Lodgy                ; 2013 ; 2020 ; 150 ;  6 ;  99 ;  0 ;   0 ;  1 ;  16
      Dacia         ; Logan                ; 2005 ; 2021 ; 116 ;  6 ;  94 ;  0 ;   0 ;  2 ; 350
      Dacia         ; Logan Mcv            ; 2007 ; 2021 ; 126 ;  6 ;  97 ;  0 ;   0 ;  0 ;  12
      Dacia         ; Sandero              ; 2009 ; 2021 ; 128 ;  6 ;  95 ;  0 ;   0 ;  2 ; 180
      Fiat          ; 500                  ; 2008 ; 2021 ; 152 ;  6 ;  28 ;  0 ;   0 ; 20 ;  44
      Fiat          ; 500X                 ; 2015 ; 2021 ; 225 ;  6 ;  92 ;  0 ;   0 ; 20 ;  10
      Fiat          ; Doblo                ; 2005 ; 2021 ; 138 ;  5 ;  98 ;  0 ;   0 ;  1 ; 110
      Fiat          ; FIORINO              ; 2010 ; 2021 ; 118 ;  5 ; 100 ;  0 ;   0 ;  0 ;  36
      Fiat          ; GRANDE PUNTO         ; 2007 ; 2016 ; 126 ;  5 ;  88 ;  0 ;   0 ;  0 ;  14
      Fiat          ; Panda                ; 2007 ; 2021 ; 114 ;  6 ;   5 ;  0 ;   0 ;  2 ;  12
      Fiat          ; Punto                ; 2006 ; 2018 ; 122 ;  5 ;  77 ;  0 ;   0 ;  3 ;  70
      Fiat          ; TIPO                 ; 2016 ; 2021 ; 158 ;  6 ;  96 ;  0 ;   0 ;  6 ;  32
      Ford          ; C-Max                ; 2005 ; 2019 ; 225 ;  6 ;  94 ;  0 ;   0 ;  4 ;  30
      Ford          ; Fiesta               ; 2003 ; 2021 ; 150 ;  6 ;  72 ;  0 ;   0 ;  1 ; 165
      Ford          ; Focus                ; 2000 ; 2021 ; 208 ;  6 ;  98 ;  0 ;   0 ;  5 ; 175
      Ford          ; Fusion               ; 2013 ; 2020 ; 285 ;  8 ;  97 ;  3 ;   0 ; 45 ;  15
      Ford          ; Ka                   ; 2009 ; 2016 ; 108 ;  5 ;  18 ;  0 ;   0 ;  0 ;  12
      Ford          ; Kuga                 ; 2009 ; 2021 ; 290 ;  8 ;  99 ;  0 ;   0 ; 12 ;  70
      Ford          ; Ranger               ; 2008 ; 2021 ; 310 ;  9 ; 100 ;  0 ;   0 ; 20 ;  12
      Ford          ; Transit              ; 2002 ; 2021 ; 275 ;  9 ; 100 ;  0 ;   0 ;  0 ;  16
      Hyundai       ; Accent               ; 2006 ; 2021 ; 158 ;  6 ;  94 ;  0 ;   0 ; 24 ;  70
      Hyundai       ; CRETA                ; 2016 ; 2021 ; 215 ;  6 ; 100 ;  0 ;   0 ; 15 ;  18
      Hyundai       ; Elantra              ; 2007 ; 2021 ; 215 ;  6 ;  99 ;  0 ;   0 ; 62 ;  18
      Hyundai       ; H-1                  ; 2005 ; 2020 ; 270 ; 10 ; 100 ;  0 ;   0 ;  2 ;  18
      Hyundai       ; Santa Fe             ; 2001 ; 2021 ; 365 ;  9 ; 100 ;  0 ;   0 ; 48 ; 100
      Hyundai       ; Tucson               ; 2004 ; 2021 ; 265 ;  8 ; 100 ;  0 ;   0 ; 36 ;  70
      Hyundai       ; i 10                 ; 2009 ; 2021 ; 112 ;  6 ;   3 ;  0 ;   0 ;  8 ;  66
      Hyundai       ; i 20                 ; 2010 ; 2021 ; 140 ;  6 ;  66 ;  0 ;   0 ;  4 ;  14
      Hyundai       ; i 30                 ; 2008 ; 2021 ; 200 ;  6 ;  99 ;  0 ;   0 ; 22 ;  50
      Hyundai       ; i 40                 ; 2012 ; 2018 ; 285 ;  7 ; 100 ;  0 ;   0 ; 66 ;  16
      Hyundai       ; ix 35                ; 2010 ; 2016 ; 265 ;  8 ; 100 ;  0 ;   0 ; 36 ;  54
      Jeep          ; Cherokee             ; 2006 ; 2020 ; 390 ;  8 ; 100 ;  0 ;   0 ; 60 ;  14
      Jeep          ; Compass              ; 2008 ; 2021 ; 310 ;  8 ;  97 ;  0 ;   0 ; 25 ;  12
      Jeep          ; Grand Cherokee       ; 2005 ; 2020 ; 640 ; 12 ; 100 ;  0 ;   0 ; 97 ;  32
      Jeep          ; Renegade             ; 2015 ; 2021 ; 260 ;  7 ;  98 ;  0 ;   0 ; 18 ;   8
      Kia           ; Carens               ; 2007 ; 2017 ; 205 ;  8 ; 100 ;  0 ;   0 ;  2 ;  40
      Kia           ; Ceed                 ; 2008 ; 2021 ; 192 ;  6 ;  98 ;  0 ;   0 ; 18 ;  14
      Kia           ; Cerato               ; 2005 ; 2020 ; 180 ;  7 ;  82 ;  0 ;   0 ; 20 ;  10
      Kia           ; Picanto              ; 2006 ; 2021 ; 122 ;  6 ;   1 ;  0 ;   0 ; 20 ;  16
      Kia           ; Rio                  ; 2007 ; 2021 ; 142 ;  6 ;  90 ;  0 ;   0 ;  5 ;  12
      Kia           ; Sorento              ; 2003 ; 2021 ; 365 ; 10 ;  99 ;  0 ;   0 ; 40 ;  28
      Kia           ; Sportage             ; 2005 ; 2021 ; 268 ;  8 ;  99 ;  0 ;   0 ; 36 ;  42
      Land Rover    ; Discovery            ; 2005 ; 2020 ; 720 ; 12 ; 100 ;  0 ;   0 ; 88 ;  10
      Land Rover    ; Freelander           ; 2003 ; 2014 ; 390 ;  9 ; 100 ;  0 ;   0 ; 55 ;  14
      Land Rover    ; Range Rover          ; 2004 ; 2020 ; 1350 ; 12 ; 96 ; 0 ;   0 ; 98 ;   8
      Land Rover    ; Range Rover Evoque   ; 2012 ; 2021 ; 540 ;  8 ; 100 ;  0 ;   0 ; 86 ;  42
      Land Rover    ; Range Rover Sport    ; 2007 ; 2021 ; 980 ; 12 ; 100 ;  0 ;   0 ; 97 ;  24
      Mercedes-Benz ; 190                  ; 1990 ; 1993 ; 255 ;  8 ;  98 ;  0 ;   0 ;  4 ; 130
      Mercedes-Benz ; 220                  ; 1993 ; 2016 ; 345 ;  9 ;  98 ;  0 ;   0 ; 46 ; 200
      Mercedes-Benz ; 250                  ; 1992 ; 2012 ; 335 ; 10 ;  97 ;  0 ;   0 ; 20 ;  24
      Mercedes-Benz ; CLASSE ML            ; 2003 ; 2015 ; 640 ; 12 ;  99 ;  0 ;   0 ; 95 ;  18
      Mercedes-Benz ; Classe A             ; 2002 ; 2022 ; 335 ;  8 ;  96 ;  0 ;   0 ; 62 ;  34
      Mercedes-Benz ; Classe B             ; 2006 ; 2019 ; 300 ;  8 ;  90 ;  0 ;   0 ; 22 ;  26
      Mercedes-Benz ; Classe C             ; 1996 ; 2021 ; 445 ;  9 ;  97 ;  0 ;   0 ; 58 ; 125
      Mercedes-Benz ; Classe CLA           ; 2013 ; 2021 ; 420 ;  9 ;  98 ;  0 ;   0 ; 85 ;  16
      Mercedes-Benz ; Classe E             ; 1996 ; 2021 ; 590 ;  9 ;  99 ;  0 ;   0 ; 82 ;  50
      Mercedes-Benz ; Classe GLA           ; 2014 ; 2021 ; 430 ;  8 ; 100 ;  0 ;   0 ; 85 ;   8
      Mercedes-Benz ; Sprinter             ; 1999 ; 2021 ; 400 ;  9 ; 100 ;  0 ;   0 ;  1 ;  12
      Mercedes-Benz ; Vito                 ; 2002 ; 2020 ; 340 ;  9 ; 100 ;  0 ;   0 ; 10 ;  10
      Nissan        ; Juke                 ; 2011 ; 2021 ; 220 ;  6 ;  98 ;  0 ;   0 ;  5 ;  24
      Nissan        ; Micra                ; 2011 ; 2021 ; 150 ;  6 ;  70 ;  0 ;   0 ;  2 ;  14
      Nissan        ; Navara               ; 2006 ; 2021 ; 320 ; 10 ; 100 ;  0 ;   0 ; 20 ;   8
      Nissan        ; Pathfinder           ; 2005 ; 2014 ; 430 ; 10 ; 100 ;  0 ;   0 ; 55 ;  12
      Nissan        ; Qashqai              ; 2007 ; 2021 ; 278 ;  6 ;  99 ;  0 ;   0 ; 17 ; 100
      Nissan        ; X-Trail              ; 2004 ; 2020 ; 330 ;  8 ; 100 ;  0 ;   0 ; 30 ;  10
      Opel          ; Astra                ; 2001 ; 2021 ; 205 ;  7 ;  98 ;  0 ;   0 ;  8 ; 105
      Opel          ; Corsa                ; 2006 ; 2021 ; 155 ;  6 ;  62 ;  0 ;   0 ;  3 ;  32
      Opel          ; Insignia             ; 2009 ; 2020 ; 300 ;  8 ;  95 ;  0 ;   0 ; 48 ;  28
      Opel          ; MOKKA                ; 2013 ; 2021 ; 245 ;  6 ;  97 ;  0 ;   0 ; 20 ;   8
      Peugeot       ; 2008                 ; 2013 ; 2021 ; 215 ;  6 ;  99 ;  0 ;   0 ;  8 ;  32
      Peugeot       ; 206                  ; 2001 ; 2009 ; 142 ;  6 ;  72 ;  0 ;   0 ;  5 ;  40
      Peugeot       ; 206+                 ; 2009 ; 2014 ; 112 ;  6 ;  60 ;  0 ;   0 ;  1 ;  50
      Peugeot       ; 207                  ; 2006 ; 2013 ; 142 ;  6 ;  88 ;  0 ;   0 ;  3 ;  44
      Peugeot       ; 208                  ; 2013 ; 2021 ; 165 ;  6 ;  92 ;  0 ;   0 ;  3 ;  70
      Peugeot       ; 3008                 ; 2009 ; 2021 ; 298 ;  7 ; 100 ;  0 ;   0 ; 45 ;  32
      Peugeot       ; 301                  ; 2012 ; 2021 ; 142 ;  6 ;  86 ;  0 ;   0 ;  1 ;  62
      Peugeot       ; 307                  ; 2002 ; 2008 ; 192 ;  6 ;  97 ;  0 ;   0 ;  2 ;  44
      Peugeot       ; 308                  ; 2008 ; 2021 ; 215 ;  6 ;  88 ;  0 ;   0 ;  8 ;  82
      Peugeot       ; 407                  ; 2004 ; 2011 ; 265 ;  8 ;  98 ;  0 ;   0 ; 12 ;  40
      Peugeot       ; 508                  ; 2011 ; 2021 ; 312 ;  7 ;  98 ;  0 ;   0 ; 22 ;  48
      Peugeot       ; Bipper               ; 2009 ; 2016 ; 122 ;  6 ; 100 ;  0 ;   0 ;  0 ;  24
      Peugeot       ; Partner              ; 2002 ; 2021 ; 158 ;  6 ;  97 ;  0 ;   0 ;  0 ;  56
      Peugeot       ; Tepee                ; 2008 ; 2019 ; 178 ;  6 ;  96 ;  0 ;   0 ;  0 ;  62
      Renault       ; Captur               ; 2013 ; 2021 ; 212 ;  6 ;  97 ;  0 ;   0 ; 14 ;  26
      Renault       ; Clio                 ; 2002 ; 2021 ; 158 ;  6 ;  86 ;  0 ;   0 ; 10 ; 275
      Renault       ; Espace               ; 2001 ; 2017 ; 350 ;  9 ;  98 ;  0 ;   0 ; 12 ;  12
      Renault       ; Fluence              ; 2010 ; 2016 ; 185 ;  6 ;  96 ;  0 ;   0 ;  9 ;  26
      Renault       ; Grand Scenic         ; 2005 ; 2020 ; 262 ;  7 ;  99 ;  0 ;   0 ;  6 ;   8
      Renault       ; Kadjar               ; 2015 ; 2020 ; 265 ;  6 ; 100 ;  0 ;   0 ; 14 ;  18
      Renault       ; Kangoo               ; 2000 ; 2021 ; 150 ;  6 ;  98 ;  0 ;   0 ;  1 ; 380
      Renault       ; Koleos               ; 2009 ; 2020 ; 310 ;  8 ; 100 ;  0 ;   0 ; 30 ;   8
      Renault       ; Laguna               ; 2001 ; 2012 ; 255 ;  7 ;  97 ;  0 ;   0 ;  6 ;  46
      Renault       ; Megane               ; 1999 ; 2021 ; 205 ;  6 ;  98 ;  0 ;   0 ; 11 ; 110
      Renault       ; Megane 3             ; 2009 ; 2016 ; 200 ;  6 ;  97 ;  0 ;   0 ;  3 ;  56
      Renault       ; Megane 4             ; 2016 ; 2021 ; 232 ;  6 ; 100 ;  0 ;   0 ; 40 ;  12
      Renault       ; Megane Coupe         ; 2004 ; 2016 ; 208 ;  6 ;  86 ;  0 ;   0 ; 12 ;  18
      Renault       ; Scenic               ; 2001 ; 2019 ; 225 ;  6 ;  98 ;  0 ;   0 ;  3 ;  60
      Renault       ; Symbol               ; 2009 ; 2016 ; 118 ;  6 ;  62 ;  0 ;   0 ;  0 ;  24
      Renault       ; Talisman             ; 2016 ; 2020 ; 325 ;  7 ; 100 ;  0 ;   0 ; 90 ;  12
      Renault       ; Trafic               ; 2004 ; 2021 ; 265 ;  8 ; 100 ;  0 ;   0 ;  0 ;   8
      Renault       ; Twingo               ; 2008 ; 2020 ; 118 ;  6 ;  20 ;  0 ;   0 ;  4 ;   8
      Renault       ; Zoe                  ; 2016 ; 2021 ; 270 ;  6 ;   0 ;  0 ; 100 ; 99 ;   8
      Seat          ; Ateca                ; 2017 ; 2022 ; 312 ;  8 ; 100 ;  0 ;   0 ; 40 ;  10
      Seat          ; Ibiza                ; 2005 ; 2022 ; 162 ;  6 ;  66 ;  0 ;   0 ;  2 ;  40
      Seat          ; Leon                 ; 2007 ; 2022 ; 240 ;  8 ;  93 ;  0 ;   0 ;  9 ;  56
      Skoda         ; Fabia                ; 2005 ; 2021 ; 160 ;  6 ;  78 ;  0 ;   0 ;  3 ;  14
      Skoda         ; Octavia              ; 2000 ; 2021 ; 240 ;  8 ;  99 ;  0 ;   0 ; 15 ;  80
      Skoda         ; Superb               ; 2006 ; 2021 ; 345 ;  8 ;  99 ;  0 ;   0 ; 48 ;  14
      Skoda         ; Yeti                 ; 2010 ; 2017 ; 258 ;  8 ; 100 ;  0 ;   0 ;  6 ;   8
      Suzuki        ; Grand Vitara         ; 2001 ; 2015 ; 265 ;  8 ;  76 ;  0 ;   0 ;  3 ;  22
      Suzuki        ; Swift                ; 2008 ; 2021 ; 138 ;  6 ;  30 ;  4 ;   0 ;  6 ;   8
      Suzuki        ; Vitara               ; 2015 ; 2021 ; 230 ;  7 ;  80 ;  0 ;   0 ;  8 ;   6
      Toyota        ; Auris                ; 2007 ; 2018 ; 205 ;  6 ;  74 ; 10 ;   0 ;  6 ;  18
      Toyota        ; Avensis              ; 2004 ; 2016 ; 270 ;  8 ;  97 ;  0 ;   0 ;  8 ;  10
      Toyota        ; C-HR                 ; 2017 ; 2021 ; 305 ;  8 ;   0 ; 96 ;   0 ; 98 ;   4
      Toyota        ; Corolla              ; 2000 ; 2021 ; 195 ;  7 ;  88 ;  2 ;   0 ;  2 ;  84
      Toyota        ; Hilux                ; 2001 ; 2021 ; 300 ; 10 ; 100 ;  0 ;   0 ;  2 ;  26
      Toyota        ; Land Cruiser         ; 2000 ; 2020 ; 690 ; 12 ; 100 ;  0 ;   0 ; 55 ;  10
      Toyota        ; Prado                ; 1998 ; 2020 ; 480 ; 12 ; 100 ;  0 ;   0 ; 28 ;  30
      Toyota        ; RAV 4                ; 2001 ; 2021 ; 305 ;  9 ;  94 ;  5 ;   0 ; 14 ;  70
      Toyota        ; VERSO                ; 2004 ; 2016 ; 232 ;  8 ;  95 ;  0 ;   0 ;  2 ;  16
      Toyota        ; Yaris                ; 2005 ; 2022 ; 150 ;  6 ;  28 ;  8 ;   0 ;  8 ;  30
      Volkswagen    ; Amarok               ; 2011 ; 2020 ; 365 ;  8 ; 100 ;  0 ;   0 ; 35 ;   8
      Volkswagen    ; Bora                 ; 1999 ; 2006 ; 225 ;  8 ;  97 ;  0 ;   0 ;  2 ;  20
      Volkswagen    ; CC                   ; 2008 ; 2018 ; 355 ;  8 ;  97 ;  0 ;   0 ; 45 ;  14
      Volkswagen    ; Caddy                ; 2005 ; 2021 ; 230 ;  7 ; 100 ;  0 ;   0 ;  8 ;  92
      Volkswagen    ; GOLF 4               ; 1998 ; 2006 ; 228 ;  8 ;  97 ;  0 ;   0 ;  1 ; 190
      Volkswagen    ; GOLF 5               ; 2004 ; 2009 ; 232 ;  8 ;  93 ;  0 ;   0 ;  8 ; 110
      Volkswagen    ; GOLF 6               ; 2008 ; 2012 ; 248 ;  8 ;  98 ;  0 ;   0 ; 13 ;  54
      Volkswagen    ; GOLF 7               ; 2013 ; 2020 ; 292 ;  8 ;  98 ;  0 ;   1 ; 48 ;  92
      Volkswagen    ; GOLF 8               ; 2020 ; 2022 ; 345 ;  8 ;  96 ;  0 ;   0 ; 70 ;   8
      Volkswagen    ; Golf                 ; 1998 ; 2021 ; 245 ;  8 ;  90 ;  0 ;   0 ; 16 ;  16
      Volkswagen    ; Jetta                ; 2006 ; 2018 ; 255 ;  8 ;  99 ;  0 ;   0 ; 45 ;  44
      Volkswagen    ; PASSAT CC            ; 2008 ; 2018 ; 350 ;  8 ;  97 ;  0 ;   0 ; 62 ;  38
      Volkswagen    ; Passat               ; 1999 ; 2021 ; 310 ;  8 ;  97 ;  0 ;   0 ; 18 ; 140
      Volkswagen    ; Polo                 ; 2002 ; 2021 ; 172 ;  6 ;  60 ;  0 ;   0 ;  7 ; 105
      Volkswagen    ; Tiguan               ; 2008 ; 2021 ; 368 ;  8 ;  99 ;  0 ;   0 ; 54 ;  95
      Volkswagen    ; Touareg              ; 2003 ; 2020 ; 660 ; 12 ;  99 ;  0 ;   0 ; 80 ;  90
      Volkswagen    ; Touran               ; 2005 ; 2020 ; 275 ;  8 ;  99 ;  0 ;   0 ; 24 ;  72
      mini          ; cooper               ; 2003 ; 2021 ; 270 ;  8 ;  20 ;  0 ;   0 ; 30 ;  24
      mini          ; country man          ; 2011 ; 2020 ; 330 ;  8 ;  70 ;  0 ;   0 ; 45 ;   8
      mini          ; one                  ; 2004 ; 2014 ; 205 ;  6 ;  25 ;  0 ;   0 ;  8 ;   6
      """;

  private static final List<Model> CATALOGUE = MODELS.lines().map(Model::parse).toList();
}
