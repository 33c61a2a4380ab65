package io.drivetrain.pipeline.learning.drift;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The levels of a category, or true and false.
 *
 * @param missing cells without a value
 * @param levels how often each stands there, the most frequent first; at most 1,000
 * @param others how often the levels stand there that are not listed
 */
public record LevelDistribution(long missing, Map<String, Long> levels, long others)
    implements Distribution {
  private static final int MOST_LEVELS = 1000;

  public LevelDistribution {
    levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
    if (missing < 0 || others < 0 || levels.values().stream().anyMatch(count -> count <= 0)) {
      throw new IllegalArgumentException("counts must be above 0");
    }
  }

  static LevelDistribution of(Map<String, Long> counts, long missing) {
    List<Map.Entry<String, Long>> ordered =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    Map<String, Long> levels = new LinkedHashMap<>();
    long others = 0;
    for (Map.Entry<String, Long> level : ordered) {
      if (levels.size() < MOST_LEVELS) {
        levels.put(level.getKey(), level.getValue());
      } else {
        others += level.getValue();
      }
    }
    return new LevelDistribution(missing, levels, others);
  }

  @Override
  public long count() {
    return levels.values().stream().mapToLong(Long::longValue).sum() + others;
  }

  long of(String level) {
    return levels.getOrDefault(level, 0L);
  }

  /** The levels that earlier data did not have, if all of those are known. */
  Map<String, Long> notIn(LevelDistribution earlier) {
    Map<String, Long> fresh = new LinkedHashMap<>();
    if (earlier.others == 0) {
      levels.forEach((level, count) -> {
        if (!earlier.levels.containsKey(level)) {
          fresh.put(level, count);
        }
      });
    }
    return fresh;
  }
}
