package io.drivetrain.registry.client.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.registry.client.http.RegistryClientException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Sha256SumsTest {
  private static final String A = "a".repeat(64);
  private static final String B = "B".repeat(64);

  @Test
  void readsTextAndBinaryLines() {
    assertThat(parse(A + "  MLmodel\n" + B + " *sub/trees.bin\n").hashes())
        .isEqualTo(Map.of("MLmodel", A, "sub/trees.bin", "b".repeat(64)));
  }

  @Test
  void hashesAsSha256sumDoes() {
    assertThat(Sha256Sums.hash("abc".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void namesTheLineThatIsWrong() {
    assertThatThrownBy(() -> parse(A + "  MLmodel\nnonsense\n"))
        .isInstanceOf(RegistryClientException.class)
        .hasMessage(
            "here/SHA256SUMS, line 2: it must be 64 hexadecimal digits, two blanks and a path. Publish the model again.");
    assertThatThrownBy(() -> parse(A + "  x\n" + A + "  x\n"))
        .hasMessageContaining("line 2: 'x' is listed twice");
    assertThatThrownBy(() -> parse(A + "  ../x\n"))
        .hasMessageContaining("line 1: Artifact path '../x'");
    assertThatThrownBy(() -> parse("")).hasMessageContaining("line 1");
  }

  private static Sha256Sums parse(String text) {
    return Sha256Sums.parse(text.getBytes(StandardCharsets.UTF_8), "here");
  }
}
