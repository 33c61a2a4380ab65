package io.drivetrain.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FaultTest {
  @Test
  void aTextNamesOneKindOrAll() {
    assertThat(Fault.named("freeze")).containsExactly(Fault.FREEZE);
    assertThat(Fault.named("all")).containsExactly(Fault.values());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fault.named("flood"))
        .withMessage("must be kill, freeze, stop, restart or all, not 'flood'");
  }
}
