package io.drivetrain.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The engine runs any graph of steps: words of learning belong to the kinds of steps. */
class EngineVocabularyTest {
  private static final Pattern LEARNING =
      Pattern.compile("model|metric|champion|mlflow|dataHash", Pattern.CASE_INSENSITIVE);

  @Test
  void hasNoWordOfLearning() throws IOException {
    List<String> lines;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      lines = files.filter(Files::isRegularFile).flatMap(EngineVocabularyTest::lines).toList();
    }

    assertThat(lines).hasSizeGreaterThan(1000);
    assertThat(lines).noneMatch(line -> LEARNING.matcher(line).find());
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException unreadable) {
      throw new IllegalStateException(file.toString(), unreadable);
    }
  }
}
