package io.drivetrain.registry.run;

import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.protocol.Tag;
import io.drivetrain.registry.run.RunRequest.LogBatch;
import java.util.List;
import java.util.TreeMap;

/** What one request may log. Long values are cut, as MLflow's server does by default. */
final class BatchLimits {
  private static final int MAX_TOTAL = 1000;
  private static final int MAX_METRICS = 1000;
  private static final int MAX_PARAMS = 100;
  private static final int MAX_TAGS = 100;
  private static final int MAX_PARAM_VALUE = 6000;
  private static final int MAX_TAG_VALUE = 8000;

  private BatchLimits() {}

  static void check(LogBatch batch) {
    int metrics = batch.metrics().size();
    int params = batch.params().size();
    int tags = batch.tags().size();
    check("metrics", metrics, MAX_METRICS);
    check("params", params, MAX_PARAMS);
    check("tags", tags, MAX_TAGS);
    check("metrics, params, and tags", metrics + params + tags, MAX_TOTAL);
  }

  private static void check(String what, int count, int limit) {
    if (count > limit) {
      throw RegistryException.invalid(
          "A batch logging request can contain at most %d %s. Got %d %s. Please split up %s across multiple requests and try again."
              .formatted(limit, what, count, what, what));
    }
  }

  /** A key that comes twice is refused, even with one value. */
  static TreeMap<String, String> params(List<Tag> params) {
    var map = new TreeMap<String, String>();
    for (var param : params) {
      LogKey.check("param", param.key());
      if (map.put(param.key(), cut(param.value(), MAX_PARAM_VALUE)) != null) {
        throw RegistryException.invalid(
            "Duplicate parameter keys have been submitted: '" + param.key() + "'.");
      }
    }
    return map;
  }

  static TreeMap<String, String> tags(List<Tag> tags) {
    tags.forEach(tag -> LogKey.check("tag", tag.key()));
    var map = Tag.mapOf(tags);
    map.replaceAll((_, value) -> cut(value, MAX_TAG_VALUE));
    return map;
  }

  private static String cut(String value, int characters) {
    if (value.length() <= characters) {
      return value;
    }
    boolean splitsPair = Character.isHighSurrogate(value.charAt(characters - 1));
    return value.substring(0, splitsPair ? characters - 1 : characters);
  }
}
