package io.drivetrain.registry.protocol;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A key with its value, as experiments, runs, models and versions carry them. */
public record Tag(String key, String value) {

  public Tag {
    Fields.required("key", key);
    value = value == null ? "" : value;
  }

  /** Sorted by key, so that two answers about one thing are equal. */
  public static List<Tag> listOf(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> new Tag(tag.getKey(), tag.getValue()))
        .sorted(Comparator.comparing(Tag::key))
        .toList();
  }

  /**
   * The last one wins where a key comes twice; sorted by key, so that writers lock in one order.
   */
  public static TreeMap<String, String> mapOf(List<Tag> tags) {
    var map = new TreeMap<String, String>();
    tags.forEach(tag -> map.put(tag.key(), tag.value()));
    return map;
  }
}
