package io.drivetrain.data.cars;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;

/**
 * The random numbers of one file. They come from {@link Random}, the one generator of the JDK whose
 * Javadoc fixes every bit, so that a seed gives the same numbers on every platform.
 */
final class Chance {
  private final Random random;

  Chance(long seed) {
    random = new Random(seed);
  }

  boolean isTrue(double probability) {
    return random.nextDouble() < probability;
  }

  /** From 0 (inclusive) to 1 (exclusive). */
  double share() {
    return random.nextDouble();
  }

  /** From 0 (inclusive) to the bound (exclusive). */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Normally distributed, with mean 0 and standard deviation 1. */
  double gaussian() {
    return random.nextGaussian();
  }

  void shuffle(List<?> list) {
    Collections.shuffle(list, random);
  }

  int pick(List<Share> shares) {
    return pick(shares, Share::weight).value();
  }

  /** One of the choices, each as likely as its weight. */
  <T> T pick(List<T> choices, ToIntFunction<T> weight) {
    int point = random.nextInt(choices.stream().mapToInt(weight).sum());
    for (T choice : choices) {
      point -= weight.applyAsInt(choice);
      if (point < 0) {
        return choice;
      }
    }
    throw new AssertionError("the weights changed while they were read");
  }
}
