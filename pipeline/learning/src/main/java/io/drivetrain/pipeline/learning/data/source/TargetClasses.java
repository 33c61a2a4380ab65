package io.drivetrain.pipeline.learning.data.source;

import io.drivetrain.models.text.NumberText;
import io.drivetrain.models.text.Texts;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The classes that the texts of a column are. */
final class TargetClasses {
  /** More different texts than this are no classes. */
  static final int MOST = 100;

  private static final Set<String> FLAGS = Set.of("0", "1");

  private TargetClasses() {}

  /**
   * Spellings that differ in case and spaces are one class, named by the most frequent.
   *
   * @throws UnusableDataException when there are fewer than two, or too many
   */
  static List<String> of(String target, Map<String, Long> texts) {
    Collection<String> labels = labels(texts);
    if (labels.size() < 2 || labels.size() > MOST) {
      throw new UnusableDataException(
          "The target %s has %s different values; a classification has 2 to %d classes."
              .formatted(target, shown(labels.size()), MOST));
    }
    return sorted(labels);
  }

  /**
   * For a definition that does not say what the target is.
   *
   * @throws UnusableDataException when the texts do not tell it either
   */
  static List<String> inferred(String target, Map<String, Long> texts) {
    Collection<String> labels = labels(texts);
    boolean words = labels.stream().noneMatch(TargetClasses::isNumber);
    if (FLAGS.equals(Set.copyOf(labels))
        || (words && labels.size() >= 2 && labels.size() <= MOST)) {
      return sorted(labels);
    }
    throw new UnusableDataException(
        "The target %s has %s different values%s. Say in 'target' of the definition what it is: 'min' and 'max' of a number that is predicted, or 'task: classification'."
            .formatted(target, shown(labels.size()), words ? "" : ", numbers among them"));
  }

  /** That a column is taken for classes, for people. */
  static String told(String target, List<String> classes) {
    return "The task is classification: the target %s is one of %s."
        .formatted(target, String.join(", ", classes));
  }

  /** A number that is 0 or 1 only is more of a class. */
  static Optional<String> suggestion(String target, Map<String, Long> texts) {
    return FLAGS.equals(texts.keySet())
        ? Optional.of(
            "The target %s is 0 or 1 only and is learned as a number, as the definition says. With 'task: classification' in place of 'min' and 'max' its probability is learned."
                .formatted(target))
        : Optional.empty();
  }

  private static String shown(int labels) {
    return labels > MOST ? "more than " + MOST : String.valueOf(labels);
  }

  private static Collection<String> labels(Map<String, Long> texts) {
    Map<String, String> spellings = new HashMap<>();
    Comparator<String> rarer =
        Comparator.<String>comparingLong(texts::get).thenComparing(Comparator.reverseOrder());
    for (String text : texts.keySet()) {
      spellings.merge(
          Texts.fold(text), text, (one, other) -> rarer.compare(one, other) >= 0 ? one : other);
    }
    return spellings.values();
  }

  /** Numbers by size, words by alphabet. */
  private static List<String> sorted(Collection<String> labels) {
    if (labels.stream().allMatch(TargetClasses::isNumber)) {
      return labels.stream()
          .sorted(Comparator.comparingDouble(label -> NumberText.parse(label).orElseThrow()))
          .toList();
    }
    return List.copyOf(new TreeSet<>(labels));
  }

  private static boolean isNumber(String text) {
    return NumberText.parse(text).isPresent();
  }
}
