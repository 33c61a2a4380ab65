package io.drivetrain.data.reviews;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The rows of the file: one to three sentences each, some of them short, negated, of two minds or
 * mistyped, and some under the wrong class. The random numbers come from {@link Random}, whose
 * Javadoc fixes every bit.
 */
final class Reviews {
  static final String HEADER = "text,language,sentiment";

  private static final int FRENCH_PERCENT = 45;
  private static final int SHORT_PERCENT = 15;
  private static final int DENIED_PERCENT = 15;
  private static final int TWO_MINDS_PERCENT = 30;
  private static final int SECOND_SENTENCE_PERCENT = 55;
  private static final int MISTYPED_PERCENT = 6;
  private static final int WRONG_CLASS_PERCENT = 3;

  private final Random random;

  Reviews(long seed) {
    random = new Random(seed);
  }

  List<String> rows(int count) {
    List<String> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rows.add(row());
    }
    return rows;
  }

  private String row() {
    Phrases phrases = chance(FRENCH_PERCENT) ? Phrases.FRENCH : Phrases.ENGLISH;
    Sentiment sentiment = sentiment();
    String text = text(phrases, sentiment);
    Sentiment written = chance(WRONG_CLASS_PERCENT) ? sentiment() : sentiment;
    return "%s,%s,%s".formatted(cell(text), phrases.language(), written.cell());
  }

  private Sentiment sentiment() {
    int point = random.nextInt(100);
    for (Sentiment sentiment : Sentiment.values()) {
      point -= sentiment.percent;
      if (point < 0) {
        return sentiment;
      }
    }
    throw new AssertionError("the percentages make less than 100");
  }

  private String text(Phrases phrases, Sentiment sentiment) {
    StringBuilder text = new StringBuilder();
    if (chance(SHORT_PERCENT)) {
      add(text, shortOne(phrases, sentiment));
      if (chance(SECOND_SENTENCE_PERCENT)) {
        add(text, sentence(phrases, sentiment));
      }
    } else {
      add(text, sentence(phrases, sentiment));
      while (chance(SECOND_SENTENCE_PERCENT) && text.length() < 160) {
        add(text, chance(25) ? shortOne(phrases, sentiment) : sentence(phrases, sentiment));
      }
    }
    return chance(MISTYPED_PERCENT) ? mistyped(text.toString()) : text.toString();
  }

  private String shortOne(Phrases phrases, Sentiment sentiment) {
    return pick(
        switch (sentiment) {
          case POSITIVE -> phrases.praise();
          case NEGATIVE -> phrases.complaint();
          case NEUTRAL -> phrases.shrug();
        });
  }

  private String sentence(Phrases phrases, Sentiment sentiment) {
    return switch (sentiment) {
      case POSITIVE ->
          chance(DENIED_PERCENT)
              ? filled(pick(phrases.denied()), phrases, phrases.bad())
              : filled(pick(phrases.good1()), phrases, phrases.good());
      case NEGATIVE ->
          chance(DENIED_PERCENT)
              ? filled(pick(phrases.denied()), phrases, phrases.good())
              : filled(pick(phrases.bad1()), phrases, phrases.bad());
      case NEUTRAL ->
          chance(TWO_MINDS_PERCENT)
              ? twoMinds(phrases)
              : filled(pick(phrases.plain1()), phrases, phrases.plain());
    };
  }

  private String twoMinds(Phrases phrases) {
    String praise = filled(phrases.good1().getFirst(), phrases, phrases.good());
    String complaint = filled(phrases.bad1().getFirst(), phrases, phrases.bad());
    return random.nextBoolean()
        ? praise + phrases.but() + complaint
        : complaint + phrases.but() + praise;
  }

  private String filled(String sentence, Phrases phrases, List<String> adjectives) {
    String subject = pick(phrases.subjects());
    String[] forms = pick(adjectives).split("/");
    String adjective = subject.startsWith("f:") ? forms[forms.length - 1] : forms[0];
    return sentence.replace("{0}", subject.substring(2)).replace("{1}", adjective);
  }

  private void add(StringBuilder text, String sentence) {
    text.append(text.isEmpty() ? "" : " ");
    text.append(sentence.substring(0, 1).toUpperCase(Locale.ROOT)).append(sentence.substring(1));
    text.append(pick(List.of(".", ".", ".", "!", "")));
  }

  /** Two neighbouring letters change places. */
  private String mistyped(String text) {
    int at = random.nextInt(text.length() - 1);
    return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static String cell(String text) {
    return text.contains(",") ? '"' + text + '"' : text;
  }
}
