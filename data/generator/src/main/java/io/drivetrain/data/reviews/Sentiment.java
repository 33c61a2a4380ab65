package io.drivetrain.data.reviews;

import java.util.Locale;

/** What a review says of its subject. */
enum Sentiment {
  NEGATIVE(34),
  NEUTRAL(24),
  POSITIVE(42);

  /** Of the reviews. */
  final int percent;

  Sentiment(int percent) {
    this.percent = percent;
  }

  String cell() {
    return name().toLowerCase(Locale.ROOT);
  }
}
