package io.drivetrain.registry.protocol;

import java.util.List;
import java.util.random.RandomGenerator;

/** Names for runs and models that were given none: something to say instead of 32 digits. */
public final class RandomName {
  private static final List<String> ADJECTIVES =
      List.of(
          "able", "amber", "bold", "brave", "bright", "calm", "clever", "crisp", "eager", "fair",
          "fleet", "gentle", "grand", "happy", "honest", "keen", "kind", "lively", "loyal", "lucky",
          "mellow", "merry", "neat", "noble", "polite", "proud", "quick", "quiet", "rapid", "sharp",
          "silent", "steady", "sunny", "swift", "tidy", "warm", "wise", "witty", "young", "zesty");
  private static final List<String> NOUNS =
      List.of(
          "axle", "badger", "bear", "bison", "brake", "camel", "clutch", "crane", "crow", "deer",
          "eagle", "falcon", "finch", "fox", "gear", "goose", "hare", "hawk", "heron", "horse",
          "ibex", "jay", "kite", "lark", "lever", "lynx", "mole", "moth", "otter", "owl", "piston",
          "raven", "robin", "rotor", "seal", "shaft", "stork", "swan", "wheel", "wren");

  private RandomName() {}

  public static String next(RandomGenerator random) {
    return "%s-%s-%d".formatted(one(ADJECTIVES, random), one(NOUNS, random), random.nextInt(1000));
  }

  private static String one(List<String> words, RandomGenerator random) {
    return words.get(random.nextInt(words.size()));
  }
}
