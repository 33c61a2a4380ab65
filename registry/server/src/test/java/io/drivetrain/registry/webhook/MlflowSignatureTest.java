package io.drivetrain.registry.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MlflowSignatureTest {
  /** Computed with {@code openssl dgst -sha256 -hmac}. */
  @Test
  void signsTheIdTheTimeAndTheBody() {
    assertThat(MlflowSignature.of("hush", "id-1", 1700000000, "{\"a\":1}"))
        .isEqualTo("v1,xuBXGhrlMcPgxiv0jEX6mZ6w6Bduqs+1LqEPyAkquoY=");
  }
}
