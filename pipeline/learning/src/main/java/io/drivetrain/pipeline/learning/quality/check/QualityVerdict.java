package io.drivetrain.pipeline.learning.quality.check;

import io.drivetrain.pipeline.api.quality.Finding;
import java.util.List;

/** Whether data may be learned from. */
public sealed interface QualityVerdict {

  List<Finding> findings();

  /** No expectation of severity error failed. */
  record Accepted(List<Finding> findings) implements QualityVerdict {
    public Accepted {
      findings = List.copyOf(findings);
    }
  }

  /**
   * At least one did.
   *
   * @param reason for people
   */
  record Refused(List<Finding> findings, String reason) implements QualityVerdict {
    public Refused {
      findings = List.copyOf(findings);
    }
  }
}
