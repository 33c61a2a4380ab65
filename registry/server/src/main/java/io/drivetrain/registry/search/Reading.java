package io.drivetrain.registry.search;

import io.drivetrain.registry.search.Expression.Identifier;
import java.util.Optional;

/**
 * What an identifier means in a table of values.
 *
 * <p>{@code metrics.`x.min`} is the metric with that key and {@code metrics.`x`.min} the minimum of
 * {@code x}. The bare {@code metrics.x.min} is both: the metric with that key where there is one,
 * as in MLflow, and elsewhere the minimum of {@code x}.
 */
sealed interface Reading {
  /** The value of a key. */
  record OfKey(String key) implements Reading {}

  /** Another column of its row. */
  record OfStatistic(String key, String column) implements Reading {}

  /** The value of the whole key, and the statistic where there is no such key. */
  record OfEither(OfKey whole, OfStatistic statistic) implements Reading {}

  /** Empty where a word follows a quoted key that this table does not know. */
  static Optional<Reading> of(Identifier identifier, KeyedValues table) {
    if (identifier.hasPart()) {
      return Optional.ofNullable(table.statistics().get(identifier.part()))
          .map(column -> new OfStatistic(identifier.key(), column));
    }
    var whole = new OfKey(identifier.key());
    int dot = identifier.key().lastIndexOf('.');
    var column = table.statistics().get(identifier.key().substring(dot + 1));
    if (identifier.quoted() || dot < 1 || column == null) {
      return Optional.of(whole);
    }
    return Optional.of(
        new OfEither(whole, new OfStatistic(identifier.key().substring(0, dot), column)));
  }
}
