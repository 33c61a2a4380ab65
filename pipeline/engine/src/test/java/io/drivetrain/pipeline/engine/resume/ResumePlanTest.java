package io.drivetrain.pipeline.engine.resume;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.api.step.ReusedFrom;
import io.drivetrain.pipeline.api.step.StepDocument;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.pipeline.engine.catalog.Definitions;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.definition.StepKind;
import io.drivetrain.pipeline.engine.output.StepOutputs;
import io.drivetrain.pipeline.engine.parameter.RunParameters;
import io.drivetrain.pipeline.engine.run.StepRun;
import io.drivetrain.pipeline.engine.step.StepOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The origin has read, learned and asked; then it failed to publish. */
class ResumePlanTest {
  private static final UUID RUN = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
  private static final String DEFINITION =
      """
      id: flowers
      parameters:
        - {name: data, type: file, default: a.csv}
        - {name: learn.depth, type: integer, default: 3}
      rows: 100
      seed: 7
      steps:
        - {id: read, kind: reader}
        - {id: learn, kind: learner}
        - {id: ask, kind: approval, message: "Is it good?"}
        - {id: publish, kind: publisher}
        - {id: tell, kind: reader, always: true}
      """;

  private final Map<String, Object> parameters =
      new HashMap<>(Map.of("data", "a.csv", "learn.depth", 3));
  private final Map<String, Object> files = new HashMap<>(Map.of("data", "hash of a"));
  private final Map<String, StepRun> steps = new LinkedHashMap<>();
  private String definition = DEFINITION;
  private Optional<String> outdated = Optional.empty();

  ResumePlanTest() {
    ended("read", StepState.SUCCEEDED, null, files);
    ended("learn", StepState.SUCCEEDED, null, files);
    ended("ask", StepState.SUCCEEDED, null, Map.of());
    ended("publish", StepState.FAILED, "the registry is away", Map.of());
    ended("tell", StepState.SUCCEEDED, null, files);
  }

  @Test
  void runsFromTheStepThatFailed() {
    assertThat(because())
        .containsExactly(
            Map.entry("publish", "it ended as FAILED: the registry is away"),
            Map.entry("tell", "it always runs"));
  }

  @Test
  void reusesWhatTheOriginReusedItself() {
    steps.computeIfPresent(
        "read",
        (id, step) -> step(id, StepState.REUSED, null, files, Optional.of(new ReusedFrom(RUN, 2))));

    assertThat(because()).containsOnlyKeys("publish", "tell");
  }

  @ParameterizedTest
  @EnumSource(
      value = StepState.class,
      names = {"REJECTED", "FAILED", "CANCELLED", "TIMED_OUT"})
  void runsWhatEndedBadlyAndAllThatFollowsFromIt(StepState state) {
    ended("learn", state, "no", files);

    assertThat(because())
        .containsOnlyKeys("learn", "ask", "publish", "tell")
        .containsEntry("learn", "it ended as " + state + ": no")
        .containsEntry("ask", "it depends on learn");
  }

  @Test
  void abridgesALongMessage() {
    ended("publish", StepState.REJECTED, "x".repeat(300), Map.of());

    assertThat(because())
        .containsEntry("publish", "it ended as REJECTED: " + "x".repeat(200) + "...");
  }

  @ParameterizedTest
  @EnumSource(
      value = StepState.class,
      names = {"SKIPPED", "UPSTREAM_FAILED"})
  void runsWhatWasPassedOver(StepState state) {
    ended("publish", state, "Not run: ask was rejected.", Map.of());

    assertThat(because()).containsEntry("publish", "it was not run");
  }

  @Test
  void runsTheKindsThatReadAParameterThatHasChanged() {
    parameters.put("learn.depth", 5);

    assertThat(because())
        .containsOnlyKeys("learn", "ask", "publish", "tell")
        .containsEntry("learn", "parameter learn.depth was 3");
  }

  @Test
  void runsWhatReadsAFileThatHoldsSomethingElse() {
    files.put("data", "hash of b");

    assertThat(because())
        .containsEntry("read", "a.csv has changed")
        .containsEntry("learn", "a.csv has changed")
        .containsEntry("ask", "it depends on learn");
  }

  @Test
  void runsWhatReadsAFileThatIsGone() {
    files.clear();

    assertThat(because()).containsEntry("read", "a.csv has changed");
  }

  @Test
  void runsWhatReadsAFileThatNobodyNotedThen() {
    ended("read", StepState.SUCCEEDED, null, Map.of());

    assertThat(because()).containsEntry("read", "the earlier content of a.csv is not known");
  }

  @Test
  void runsWhatReadsAnotherFile() {
    parameters.put("data", "b.csv");

    assertThat(because()).containsEntry("read", "parameter data was a.csv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "rows: 100     | rows: 200      | read  | section 'rows' of the definition has changed",
        "seed: 7       | seed: 8        | learn | section 'seed' of the definition has changed",
        "Is it good?   | Is it better?  | ask   | its message has changed",
        "kind: learner | kind: reader   | learn | its kind was learner",
        "kind: learner | kind: learner, needs: [] | learn | it depended on read",
        "id: learn     | id: study      | study | it is new in the definition"
      })
  void runsWhatTheDefinitionSaysOtherwise(String text, String now, String step, String because) {
    definition = DEFINITION.replace(text, now);

    assertThat(because()).containsEntry(step, because);
  }

  @Test
  void reusesAStepWhoseTriesAreCountedOtherwise() {
    definition =
        DEFINITION
            .replace("kind: learner", "kind: learner, retries: 7, backoff: PT9S, timeout: PT1H")
            .replace("id: flowers", "id: flowers\nlabel: Flowers");

    assertThat(because()).containsOnlyKeys("publish", "tell");
  }

  @Test
  void saysAllThatHasChangedForAStep() {
    definition = DEFINITION.replace("seed: 7", "seed: 8");
    parameters.put("learn.depth", 5);

    assertThat(because())
        .containsEntry(
            "learn", "section 'seed' of the definition has changed; parameter learn.depth was 3");
  }

  @Test
  void asksTheKindWhetherItsResultStillHolds() {
    outdated = Optional.of("the shop has moved");

    assertThat(because())
        .containsOnlyKeys("learn", "ask", "publish", "tell")
        .containsEntry("learn", "the shop has moved");
  }

  @Test
  void runsEverythingWhenTheEarlierDefinitionCannotBeRead() {
    Map<String, String> because =
        because(ResumeOrigin.of(Optional.empty(), origin(), List.copyOf(steps.values())));

    assertThat(because)
        .containsEntry("read", "the definition of the earlier run can no longer be read")
        .containsOnlyKeys("read", "learn", "ask", "publish", "tell");
  }

  private Map<String, String> because() {
    return because(
        ResumeOrigin.of(
            Optional.of(Definitions.accepted(DEFINITION, kinds())),
            origin(),
            new ArrayList<>(steps.values())));
  }

  private Map<String, String> because(ResumeOrigin origin) {
    PipelineDefinition now = Definitions.accepted(definition, kinds());
    return ResumePlan.because(
        now,
        new RunParameters(parameters),
        files,
        origin,
        kinds().stream().collect(Collectors.toMap(StepKind::kind, Function.identity())));
  }

  private static RunParameters origin() {
    return new RunParameters(Map.of("data", "a.csv", "learn.depth", 3));
  }

  private void ended(String step, StepState state, String message, Map<String, Object> inputs) {
    steps.put(step, step(step, state, message, inputs, Optional.empty()));
  }

  private static StepRun step(
      String step,
      StepState state,
      String message,
      Map<String, Object> inputs,
      Optional<ReusedFrom> from) {
    return new StepRun(
        RUN,
        step,
        List.of(),
        new StepOutcome(state, null, message, 1, null, null),
        Optional.empty(),
        Optional.empty(),
        StepDocument.NONE,
        Map.copyOf(inputs),
        from);
  }

  private List<StepKind> kinds() {
    return List.of(
        new Kind("reader", Set.of(DefinitionSection.of("rows", Integer.class)), "data"),
        new Kind(
            "learner", Set.of(DefinitionSection.of("seed", Integer.class)), "data|learn\\..*") {
          @Override
          public Optional<String> outdated(PipelineDefinition definition, StepOutputs before) {
            return outdated;
          }
        },
        new Kind("approval", Set.of(), "nothing"),
        new Kind("publisher", Set.of(), "nothing"));
  }

  /** Reads the parameters whose names match. */
  private static class Kind implements StepKind {
    private final String kind;
    private final Set<DefinitionSection<?>> sections;
    private final String parameters;

    Kind(String kind, Set<DefinitionSection<?>> sections, String parameters) {
      this.kind = kind;
      this.sections = sections;
      this.parameters = parameters;
    }

    @Override
    public String kind() {
      return kind;
    }

    @Override
    public Set<DefinitionSection<?>> sections() {
      return sections;
    }

    @Override
    public boolean reads(String parameter) {
      return parameter.matches(parameters);
    }
  }
}
