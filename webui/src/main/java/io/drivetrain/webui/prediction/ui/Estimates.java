package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.server.VaadinSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The estimates of a visitor since the visit began, latest first. Kept in the session alone. */
final class Estimates {
  private static final int MOST = 100;

  private final List<Estimate> kept = new ArrayList<>();

  private Estimates() {}

  /**
   * One estimate.
   *
   * @param subject what was estimated, in a few words
   * @param query of the address that shows it again
   */
  record Estimate(
      Instant at,
      String subject,
      double value,
      double low,
      double high,
      String unit,
      String version,
      String query) {}

  /** Called with the session's lock, as everything that a page does. */
  static Estimates of(VaadinSession session) {
    Estimates known = session.getAttribute(Estimates.class);
    if (known == null) {
      known = new Estimates();
      session.setAttribute(Estimates.class, known);
    }
    return known;
  }

  /** The same question twice in a row is one entry. */
  void add(Estimate estimate) {
    if (!kept.isEmpty()
        && kept.getFirst().query().equals(estimate.query())
        && kept.getFirst().version().equals(estimate.version())) {
      kept.removeFirst();
    }
    kept.addFirst(estimate);
    if (kept.size() > MOST) {
      kept.removeLast();
    }
  }

  void clear() {
    kept.clear();
  }

  List<Estimate> all() {
    return List.copyOf(kept);
  }
}
