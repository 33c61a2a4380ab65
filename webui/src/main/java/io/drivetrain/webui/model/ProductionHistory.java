package io.drivetrain.webui.model;

import io.drivetrain.registry.client.audit.AuditEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which versions a rollback leads back through. A version that comes into production again takes
 * its old place: after 1, 2, 3 and a rollback to 2, the way back leads to 1, and 3 is forgotten.
 *
 * @param line versions in the order in which they came into production; the last one is there now,
 *     or was the last one there
 */
record ProductionHistory(List<String> line) {
  ProductionHistory {
    line = List.copyOf(line);
  }

  /**
   * @param moves of stages, the newest first
   */
  static ProductionHistory of(List<AuditEntry> moves) {
    List<String> line = new ArrayList<>();
    for (AuditEntry move : moves.reversed()) {
      if (entersProduction(move)) {
        int place = line.indexOf(move.version());
        if (place < 0) {
          line.add(move.version());
        } else {
          line.subList(place + 1, line.size()).clear();
        }
      }
    }
    return new ProductionHistory(line);
  }

  /** When a version came into production the last time. */
  static Optional<Instant> since(List<AuditEntry> moves, String version) {
    return moves.stream()
        .filter(move -> move.version().equals(version) && entersProduction(move))
        .map(AuditEntry::at)
        .findFirst();
  }

  /** The versions that were in production before this one, the nearest first. */
  List<String> before(Optional<String> production) {
    int end = production.map(line::indexOf).filter(place -> place >= 0).orElse(line.size());
    return line.subList(0, end).reversed();
  }

  private static boolean entersProduction(AuditEntry move) {
    return VersionStage.PRODUCTION.wireName().equals(move.after());
  }
}
