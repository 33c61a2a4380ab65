package io.drivetrain.models.encoding;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The scale on which a model learns its target. */
public enum TargetTransform {
  /** As it is. */
  @JsonProperty("identity")
  IDENTITY {
    @Override
    public double toTarget(double raw) {
      return raw;
    }

    @Override
    public double toRaw(double target) {
      return target;
    }
  },

  /** Natural logarithm, for amounts above zero whose errors are relative. */
  @JsonProperty("log")
  LOG {
    @Override
    public double toTarget(double raw) {
      if (!(raw > 0)) {
        throw new IllegalArgumentException(
            "a log target needs values above 0, got " + raw + ": drop the row or use identity");
      }
      return StrictMath.log(raw);
    }

    @Override
    public double toRaw(double target) {
      return StrictMath.exp(target);
    }
  };

  /**
   * From the target's own unit to the scale of learning. The same bits on every machine.
   *
   * @throws IllegalArgumentException for a value that has no place on that scale
   */
  public abstract double toTarget(double raw);

  /** From the scale of learning to the target's own unit. The same bits on every machine. */
  public abstract double toRaw(double target);
}
