package io.drivetrain.pipeline.engine.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.pipeline.api.step.StepLabel;
import io.drivetrain.pipeline.api.step.StepLink;
import io.drivetrain.pipeline.engine.Documents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepOutputsTest {
  private interface Counted {
    Optional<Integer> rows();
  }

  private record Read(String file, Optional<Integer> rows) implements Counted {}

  private record Learned(Optional<Integer> rows, String place) implements Counted {}

  private static final StepOutput<Read> READ =
      StepOutput.of(Read.class).linking(result -> List.of(link(result.file())));
  private static final StepOutput<Learned> LEARNED =
      StepOutput.of(Learned.class).linking(result -> List.of(link(result.place())));

  @Test
  void findsWhatTheLastStepOfATypeProduced() {
    StepOutputs outputs =
        new StepOutputs(
            List.of(
                new StoredOutput("one", READ, Documents.of(Map.of("file", "a.csv", "rows", 3))),
                new StoredOutput("two", READ, Documents.of(Map.of("file", "b.csv"))),
                new StoredOutput("three", LEARNED, Documents.of(Map.of()))));

    assertThat(outputs.find(Read.class)).contains(new Read("b.csv", Optional.empty()));
    assertThat(outputs.find(Learned.class)).isEmpty();
  }

  @Test
  void findsAValueOfTheLastStepThatHasIt() {
    StepOutputs outputs =
        new StepOutputs(
            List.of(
                new StoredOutput("one", READ, Documents.of(Map.of("file", "a.csv", "rows", 3))),
                new StoredOutput("two", LEARNED, Documents.of(Map.of("place", "here", "rows", 2))),
                new StoredOutput("three", READ, Documents.of(Map.of("file", "b.csv")))));

    assertThat(outputs.find(Counted.class, Counted::rows)).contains(2);
  }

  @Test
  void ignoresFieldsThatItDoesNotKnow() {
    StepOutputs outputs =
        new StepOutputs(
            List.of(
                new StoredOutput(
                    "one", READ, Documents.of(Map.of("file", "a.csv", "later", "field")))));

    assertThat(outputs.find(Read.class)).contains(new Read("a.csv", Optional.empty()));
  }

  @Test
  void saysWhichOutputCannotBeRead() {
    StepOutputs outputs =
        new StepOutputs(
            List.of(new StoredOutput("one", READ, Documents.of(Map.of("rows", "many")))));

    assertThatThrownBy(() -> outputs.find(Read.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The output of step one cannot be read as Read.");
  }

  @Test
  void showsLinksOfTheRestWhenOneOutputCannotBeRead() {
    StepOutputs outputs =
        new StepOutputs(
            List.of(
                new StoredOutput(
                    "one", READ, Documents.of(Map.of("file", "a.csv", "rows", "many"))),
                new StoredOutput("two", LEARNED, Documents.of(Map.of("place", "here")))));

    assertThat(outputs.links()).containsExactly(link("here"));
  }

  @Test
  void ofTwoLinksWithOneNameTheLaterCounts() {
    StepOutputs outputs =
        new StepOutputs(
            List.of(
                new StoredOutput("one", READ, Documents.of(Map.of("file", "a.csv"))),
                new StoredOutput("two", LEARNED, Documents.of(Map.of("place", "here")))));

    assertThat(outputs.links()).containsExactly(link("here"));
  }

  @Test
  void writesNothingForAResultOfNothing() {
    assertThat(OutputJson.write(new NoResult())).isEqualTo("{}");
  }

  private static StepLink link(String value) {
    return StepLink.of("place", value, StepLabel.of("Place"));
  }
}
