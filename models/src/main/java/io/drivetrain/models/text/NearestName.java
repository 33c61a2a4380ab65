package io.drivetrain.models.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Guesses which name a mistyped one was meant to be. */
public final class NearestName {
  private static final int LONGEST_NAME = 64;

  private NearestName() {}

  /**
   * The known name with the fewest typing errors, whatever the case of its letters; of several the
   * first in the alphabet.
   *
   * @return empty when none has at most a third of the name's letters wrong
   */
  public static Optional<String> of(String name, Collection<String> known) {
    if (name.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    String wanted = name.toLowerCase(Locale.ROOT);
    String best = "";
    int fewest = Math.max(1, wanted.length() / 3) + 1;
    for (String candidate : known) {
      int errors = typingErrors(wanted, candidate.toLowerCase(Locale.ROOT));
      if (errors < fewest || (errors == fewest && candidate.compareTo(best) < 0)) {
        best = candidate;
        fewest = errors;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** How many letters are missing, too many, wrong, or swapped with their neighbour. */
  private static int typingErrors(String a, String b) {
    int[][] errors = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          errors[i][j] = i + j;
          continue;
        }
        int wrong = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int fewest = Math.min(errors[i - 1][j], errors[i][j - 1]) + 1;
        fewest = Math.min(fewest, errors[i - 1][j - 1] + wrong);
        if (isSwapped(a, i, b, j)) {
          fewest = Math.min(fewest, errors[i - 2][j - 2] + 1);
        }
        errors[i][j] = fewest;
      }
    }
    return errors[a.length()][b.length()];
  }

  private static boolean isSwapped(String a, int i, String b, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
