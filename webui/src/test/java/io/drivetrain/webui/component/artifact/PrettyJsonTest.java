package io.drivetrain.webui.component.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrettyJsonTest {

  @Test
  void hasALineForEachValue() {
    assertThat(PrettyJson.of("{\"b\":1}")).isEqualToNormalizingNewlines("{\n  \"b\" : 1\n}");
  }

  @Test
  void textThatIsNoJsonStaysAsItIs() {
    assertThat(PrettyJson.of("{oops")).isEqualTo("{oops");
  }
}
