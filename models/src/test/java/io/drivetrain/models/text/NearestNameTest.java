package io.drivetrain.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
  private static final List<String> KNOWN = List.of("train", "report", "evaluate", "go");

  @ParameterizedTest
  @CsvSource({
    "trian, train",
    "Train, train",
    "trai, train",
    "evluaet, evaluate",
    "goo, go",
  })
  void isTheOneWithTheFewestTypingErrors(String typed, String meant) {
    assertThat(NearestName.of(typed, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"pause", "''", "trxxn"})
  void isNoneWhenTooMuchIsWrong(String typed) {
    assertThat(NearestName.of(typed, KNOWN)).isEmpty();
  }

  @Test
  void isTheFirstInTheAlphabetOfSeveral() {
    assertThat(NearestName.of("cat", List.of("hat", "bat"))).contains("bat");
  }

  @Test
  void doesNotCompareEndlessNames() {
    assertThat(NearestName.of("train".repeat(1000), KNOWN)).isEmpty();
  }
}
