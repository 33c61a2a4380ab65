package io.drivetrain.webui.experiment;

import io.drivetrain.registry.client.tracking.Lifecycle;
import java.util.Arrays;
import java.util.Locale;

/** Whether what is in the trash is listed. */
public enum Shown {
  ACTIVE(Lifecycle.ACTIVE_ONLY),
  DELETED(Lifecycle.DELETED_ONLY),
  ALL(Lifecycle.ALL);

  private final Lifecycle lifecycle;

  Shown(Lifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  /** For addresses: {@code deleted}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What an address says, and what is not in the trash when it says nothing known. */
  public static Shown of(String text) {
    return Arrays.stream(values())
        .filter(shown -> shown.text().equals(text))
        .findFirst()
        .orElse(ACTIVE);
  }

  Lifecycle lifecycle() {
    return lifecycle;
  }
}
