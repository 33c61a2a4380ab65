package io.drivetrain.pipeline.learning.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetClassesTest {

  @Test
  void spellingsAreOneClassNamedByTheMostFrequent() {
    assertThat(TargetClasses.of("answer", Map.of("Yes", 5L, "yes", 7L, "YES", 1L, "no", 3L)))
        .containsExactly("no", "yes");
  }

  @Test
  void numbersAreInTheirOrder() {
    assertThat(TargetClasses.of("stars", Map.of("10", 1L, "2", 1L, "1", 1L)))
        .containsExactly("1", "2", "10");
  }

  @Test
  void zeroAndOneAndWordsTellByThemselves() {
    assertThat(TargetClasses.inferred("left", Map.of("1", 3L, "0", 9L))).containsExactly("0", "1");
    assertThat(TargetClasses.inferred("mood", Map.of("good", 3L, "bad", 9L, "so so", 1L)))
        .containsExactly("bad", "good", "so so");
    assertThatThrownBy(() -> TargetClasses.inferred("price", Map.of("1.5", 3L, "0", 9L)))
        .isInstanceOf(UnusableDataException.class)
        .hasMessageStartingWith("The target price has 2 different values, numbers among them.");
  }

  @Test
  void oneOrVeryManyAreNoClasses() {
    Map<String, Long> many = new HashMap<>();
    for (int i = 0; i <= TargetClasses.MOST; i++) {
      many.put("word" + i, 1L);
    }

    assertThatThrownBy(() -> TargetClasses.of("name", many))
        .hasMessage(
            "The target name has more than 100 different values; a classification has 2 to 100"
                + " classes.");
    assertThatThrownBy(() -> TargetClasses.of("name", Map.of("only", 4L)))
        .hasMessageContaining("has 1 different values");
  }

  @Test
  void aNumberThatIsZeroOrOneOnlyIsTold() {
    assertThat(TargetClasses.suggestion("left", Map.of("1", 3L, "0", 9L)))
        .hasValueSatisfying(note -> assertThat(note).contains("'task: classification'"));
    assertThat(TargetClasses.suggestion("price", Map.of("1", 3L, "2", 9L))).isEmpty();
  }
}
