package io.drivetrain.pipeline.learning.evaluation.gate;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** When a challenger takes the champion's place. */
public enum ChampionPolicy {
  /** It is shown to be better. */
  BETTER,
  /** It is shown to be worse by less than the margin, if at all. */
  NOT_WORSE,
  /** It is not shown to be worse by more than the margin: newer data count. */
  FRESH;

  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
