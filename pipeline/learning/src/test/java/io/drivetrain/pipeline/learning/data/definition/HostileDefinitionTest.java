package io.drivetrain.pipeline.learning.data.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.access.problem.ForbiddenWords;
import io.drivetrain.pipeline.engine.catalog.DefinitionReading.Accepted;
import io.drivetrain.pipeline.engine.catalog.DefinitionReading.Refused;
import io.drivetrain.pipeline.engine.catalog.Definitions;
import io.drivetrain.pipeline.learning.RentPipeline;
import io.drivetrain.pipeline.learning.Rents;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A good definition with each of its values in turn hostile: what is refused is so in our words.
 */
class HostileDefinitionTest {
  private static final Pattern VALUE = Pattern.compile("(?<=\\w: )[^,}\\n]+");
  private static final List<String> HOSTILE =
      List.of(
          "",
          "~",
          "[",
          "'",
          "&a *a",
          "!!java.io.File [x]",
          "{a: {a: {a: 1}}}",
          "-1e999",
          "9223372036854775808",
          "0x1F",
          "2026-13-45",
          "\"\\uD800\"",
          "((((",
          "select * from read_csv('x')");

  @RegisterExtension final RentPipeline pipeline = new RentPipeline();

  @Test
  void noMessageSpeaksForALibrary() {
    String good = Rents.definition();
    List<String> gaps = new ArrayList<>();
    int refused = 0;
    for (MatchResult value : VALUE.matcher(good).results().toList()) {
      for (String hostile : HOSTILE) {
        List<String> said =
            messages(good.substring(0, value.start()) + hostile + good.substring(value.end()));
        refused += said.isEmpty() ? 0 : 1;
        said.stream()
            .filter(message -> ForbiddenWords.in(message).isPresent())
            .forEach(
                message -> gaps.add("%s -> %s: %s".formatted(value.group(), hostile, message)));
      }
    }

    assertThat(gaps).isEmpty();
    assertThat(refused).isGreaterThan(500);
  }

  private List<String> messages(String text) {
    return switch (Definitions.reading(text, pipeline.steps())) {
      case Accepted _ -> List.of();
      case Refused refused -> refused.errors().stream().map(error -> error.message()).toList();
    };
  }
}
