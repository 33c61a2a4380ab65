package io.drivetrain.registry.client.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The audit trail of stages and aliases. */
final class AuditStore {
  private final List<ObjectNode> entries = new ArrayList<>();

  void addTo(Routes routes) {
    routes.add("GET /api/v1/audit", this::search);
  }

  void stageMoved(StoredVersion version, String before, String reason) {
    add("STAGE_MOVED", version.model(), reason)
        .put("version", version.number())
        .put("before", before)
        .put("after", version.stage());
  }

  /**
   * @param before null for none
   * @param after null for none
   */
  void aliasMoved(String model, String alias, String before, String after, String reason) {
    ObjectNode entry = add("ALIAS_MOVED", model, reason).put("key", alias);
    if (before != null) {
      entry.put("before", alias + "=" + before);
    }
    if (after != null) {
      entry.put("after", alias + "=" + after).put("version", Integer.valueOf(after));
    }
  }

  private ObjectNode add(String action, String model, String reason) {
    ObjectNode entry = Wire.object().put("id", entries.size() + 1L);
    entry.put("at", Instant.now().toString()).put("who", "anonymous");
    entry.put("action", action).put("model", model);
    if (!reason.isEmpty()) {
      entry.put("reason", reason);
    }
    entries.add(entry);
    return entry;
  }

  /** Newest first. */
  private JsonNode search(JsonNode request) {
    List<ObjectNode> found =
        entries.reversed().stream()
            .filter(entry -> accepts(request, entry, "model") && accepts(request, entry, "version"))
            .filter(entry -> accepts(request, entry, "action"))
            .toList();
    return Wire.page("entries", found, request);
  }

  private static boolean accepts(JsonNode request, JsonNode entry, String field) {
    return !request.has(field) || Wire.text(request, field).equals(Wire.text(entry, field));
  }
}
