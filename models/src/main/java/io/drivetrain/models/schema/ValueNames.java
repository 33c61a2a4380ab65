package io.drivetrain.models.schema;

import io.drivetrain.models.schema.ValueMatch.None;
import io.drivetrain.models.schema.ValueMatch.One;
import io.drivetrain.models.schema.ValueMatch.Several;
import io.drivetrain.models.text.NearestName;
import io.drivetrain.models.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds the values of a category by what people write. The same name is found whatever its case,
 * spaces, accents and hyphens are, and by a label or an alias; {@link #guess} also finds a value by
 * its beginning. A guess that has more than one outcome is left to the person.
 */
public final class ValueNames {
  /** Shorter texts begin too many names. */
  private static final int SHORTEST_BEGINNING = 3;

  private static final int SHORTEST_MISTYPED = 4;

  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}+]+");

  private final CategoricalFeature feature;
  private final Map<String, String> exact = new HashMap<>();
  private final Map<String, String> anyCase = new HashMap<>();
  private final Map<String, List<String>> byLetters = new LinkedHashMap<>();
  private final Map<String, String> otherNames = new HashMap<>();

  public ValueNames(CategoricalFeature feature) {
    this.feature = feature;
    for (String value : feature.values()) {
      exact.put(value, value);
      anyCase.putIfAbsent(Texts.fold(value), value);
      byLetters.computeIfAbsent(Texts.letters(value), _ -> new ArrayList<>()).add(value);
    }
    feature.aliases().forEach((alias, value) -> otherNames.put(Texts.letters(alias), value));
    feature
        .valueLabels()
        .forEach((value, label) -> {
          otherNames.putIfAbsent(Texts.letters(label.fr()), value);
          otherNames.putIfAbsent(Texts.letters(label.en()), value);
        });
  }

  /** Whether a text is one of the values, letter by letter. */
  boolean isValue(String text) {
    return exact.containsKey(text);
  }

  /** The value that has this name. Several have it only when they differ in accents or hyphens. */
  public ValueMatch named(String text) {
    String written = exact.containsKey(text) ? text : anyCase.get(Texts.fold(text));
    if (written != null) {
      return new One(written, true);
    }
    String letters = Texts.letters(text);
    List<String> same = letters.isEmpty() ? List.of() : byLetters.getOrDefault(letters, List.of());
    if (!same.isEmpty()) {
      return same.size() == 1 ? new One(same.getFirst(), false) : new Several(same);
    }
    String other = otherNames.get(letters);
    return other == null ? new None() : new One(other, false);
  }

  /**
   * As {@link #named}; where that finds none, the value that the text begins. A mistyped name only
   * finds what to ask for.
   *
   * @param parentValue narrows the guess to the values that go with it; null when unknown
   */
  public ValueMatch guess(String text, String parentValue) {
    ValueMatch named = named(text);
    if (!(named instanceof None)) {
      return named;
    }
    List<String> likely = begunBy(text, feature.valuesWith(parentValue));
    if (!likely.isEmpty()) {
      return likely.size() == 1 ? new One(likely.getFirst(), false) : new Several(likely);
    }
    return mistyped(text, feature.valuesWith(parentValue));
  }

  /** Whole words go before parts of words; a number is never a part: 500 does not begin 500L. */
  private List<String> begunBy(String text, List<String> values) {
    String letters = Texts.letters(text);
    if (letters.length() < SHORTEST_BEGINNING) {
      return List.of();
    }
    List<String> words = words(text);
    List<String> byWord =
        withNames(
            values,
            name -> {
              List<String> all = words(name);
              return all.size() > words.size() && all.subList(0, words.size()).equals(words);
            });
    boolean isNumber = Character.isDigit(letters.charAt(letters.length() - 1));
    return !byWord.isEmpty() || isNumber
        ? byWord
        : withNames(values, name -> Texts.letters(name).startsWith(letters));
  }

  private List<String> withNames(List<String> values, Predicate<String> isMeant) {
    SequencedSet<String> found = new LinkedHashSet<>(values.stream().filter(isMeant).toList());
    feature
        .valueLabels()
        .forEach((value, label) -> {
          if (values.contains(value) && (isMeant.test(label.fr()) || isMeant.test(label.en()))) {
            found.add(value);
          }
        });
    return List.copyOf(found);
  }

  private static ValueMatch mistyped(String text, List<String> values) {
    boolean isName =
        text.length() >= SHORTEST_MISTYPED && text.codePoints().noneMatch(Character::isDigit);
    return isName
        ? NearestName.of(text, values)
            .<ValueMatch>map(near -> new Several(List.of(near)))
            .orElseGet(None::new)
        : new None();
  }

  private static List<String> words(String text) {
    return WORDS
        .splitAsStream(text)
        .map(Texts::letters)
        .filter(Predicate.not(String::isEmpty))
        .toList();
  }
}
