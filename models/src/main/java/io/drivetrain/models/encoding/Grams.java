package io.drivetrain.models.encoding;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the terms of a text are made of. A word is a run of letters and digits, in lower case; all
 * else parts words.
 */
public enum Grams {
  /** Neighbouring words: {@code not good}. */
  @JsonProperty("words")
  WORDS {
    @Override
    void add(List<String> words, int length, Map<String, Integer> counts) {
      for (int from = 0; from + length <= words.size(); from++) {
        counts.merge(String.join(" ", words.subList(from, from + length)), 1, Integer::sum);
      }
    }
  },

  /** Neighbouring characters of a word with a space on each side: {@code goo}, {@code od }. */
  @JsonProperty("characters")
  CHARACTERS {
    @Override
    void add(List<String> words, int length, Map<String, Integer> counts) {
      for (String word : words) {
        int[] characters = (" " + word + " ").codePoints().toArray();
        for (int from = 0; from + length <= characters.length; from++) {
          counts.merge(new String(characters, from, length), 1, Integer::sum);
        }
      }
    }
  };

  abstract void add(List<String> words, int length, Map<String, Integer> counts);

  /**
   * How often each term stands in a text.
   *
   * @param from shortest term, in words or characters
   * @param to longest one
   */
  Map<String, Integer> count(String text, int from, int to) {
    List<String> words = words(text);
    Map<String, Integer> counts = new HashMap<>();
    for (int length = from; length <= to; length++) {
      add(words, length, counts);
    }
    return counts;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(character -> {
          if (Character.isLetterOrDigit(character)) {
            word.appendCodePoint(character);
          } else if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
          }
        });
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }
}
