package io.drivetrain.registry.replay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Knows which run or model of this server stands for one of the recording. */
final class Ids {
  private static final Pattern ID = Pattern.compile("(?:m-)?[0-9a-f]{32}");

  private final Map<String, String> ours = new LinkedHashMap<>();

  /** Learns from two answers that have an id in one place. */
  void learn(Map<String, String> recorded, Map<String, String> answered) {
    recorded.forEach((place, id) -> {
      var own = answered.get(place);
      if (own != null && ID.matcher(id).matches() && ID.matcher(own).matches()) {
        ours.putIfAbsent(id, own);
      }
    });
  }

  String translate(String text) {
    return ID.matcher(text).replaceAll(id -> ours.getOrDefault(id.group(), id.group()));
  }
}
