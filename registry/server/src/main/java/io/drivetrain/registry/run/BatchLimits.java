package io.drivetrain.registry.run;

import io.drivetrain.registry.protocol.KeyName;
import io.drivetrain.registry.protocol.Refusal;
import io.drivetrain.registry.protocol.Tag;
import io.drivetrain.registry.run.RunRequest.LogBatch;
import io.drivetrain.registry.run.RunRequest.MetricToLog;
import java.util.List;
import java.util.Map;
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
      throw Refusal.BATCH_TOO_LARGE.with(limit, what, count);
    }
  }

  static void checkMetrics(List<MetricToLog> points) {
    for (int i = 0; i < points.size(); i++) {
      KeyName.METRIC.check(i, points.get(i).key());
    }
  }

  /** A key that comes twice is refused, even with one value. */
  static TreeMap<String, String> params(List<Tag> params) {
    var map = new TreeMap<String, String>();
    for (int i = 0; i < params.size(); i++) {
      var param = params.get(i);
      KeyName.PARAM.check(i, param.key());
      if (map.put(param.key(), cut(param.value(), MAX_PARAM_VALUE)) != null) {
        throw Refusal.PARAM_TWICE.with(param.key());
      }
    }
    return map;
  }

  static TreeMap<String, String> param(String key, String value) {
    KeyName.PARAM.check(KeyName.ALONE, key);
    return mapOf(key, cut(value, MAX_PARAM_VALUE));
  }

  static TreeMap<String, String> tags(List<Tag> tags) {
    for (int i = 0; i < tags.size(); i++) {
      KeyName.TAG.check(i, tags.get(i).key());
    }
    var map = Tag.mapOf(tags);
    map.replaceAll((_, value) -> cut(value, MAX_TAG_VALUE));
    return map;
  }

  static TreeMap<String, String> tag(String key, String value) {
    KeyName.TAG.check(KeyName.ALONE, key);
    return mapOf(key, cut(value, MAX_TAG_VALUE));
  }

  private static TreeMap<String, String> mapOf(String key, String value) {
    return new TreeMap<>(Map.of(key, value));
  }

  private static String cut(String value, int characters) {
    if (value.length() <= characters) {
      return value;
    }
    boolean splitsPair = Character.isHighSurrogate(value.charAt(characters - 1));
    return value.substring(0, splitsPair ? characters - 1 : characters);
  }
}
