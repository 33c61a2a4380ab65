package io.drivetrain.pipeline.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.api.definition.CatchUp;
import io.drivetrain.pipeline.api.definition.Concurrency;
import io.drivetrain.pipeline.api.definition.DefinitionIssue;
import io.drivetrain.pipeline.api.definition.ParameterType;
import io.drivetrain.pipeline.engine.catalog.DefinitionReading.Accepted;
import io.drivetrain.pipeline.engine.catalog.DefinitionReading.Refused;
import io.drivetrain.pipeline.engine.definition.DefinitionException;
import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.definition.ScheduleSpec;
import io.drivetrain.pipeline.engine.definition.StepKind;
import io.drivetrain.pipeline.engine.definition.StepSpec;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionReaderTest {
  private static final DefinitionSection<Training> TRAINING =
      DefinitionSection.of("training", Training.class);
  private static final DefinitionSection<List<String>> COLUMNS =
      DefinitionSection.listOf("columns", String.class);

  private static final String GOOD =
      """
      id: cars
      label: Cars
      schedule:
        cron: "0 30 6 ? * MON"
        timeZone: Africa/Casablanca
        catchUp: latest
      parameters:
        - name: train.trees
          type: integer
          default: 500
          min: 1
      columns: [year, km]
      training:
        trees: 500
        shrinkage: 0.1
      steps:
        - id: train_model
          kind: train
          retries: 5
          backoff: PT10S
        - id: send_report
          kind: report
          always: true
      """;

  private final DefinitionReader reader = new DefinitionReader(List.of(new Train(), new Report()));

  record Training(int trees, double shrinkage) {
    Training {
      if (trees < 1) {
        throw new DefinitionException("a forest needs trees", "trees");
      }
    }
  }

  private static final class Train implements StepKind {
    @Override
    public String kind() {
      return "train";
    }

    @Override
    public Set<DefinitionSection<?>> sections() {
      return Set.of(TRAINING, COLUMNS);
    }

    @Override
    public void check(PipelineDefinition definition) {
      if (!definition.section(COLUMNS).contains("year")) {
        throw new DefinitionException("the training needs the column year", "columns");
      }
    }
  }

  private static final class Report implements StepKind {
    @Override
    public String kind() {
      return "report";
    }
  }

  @Test
  void readsADefinition() {
    PipelineDefinition cars = accepted(GOOD);

    assertThat(cars.id()).isEqualTo("cars");
    assertThat(cars.schedule())
        .contains(
            new ScheduleSpec("0 30 6 ? * MON", ZoneId.of("Africa/Casablanca"), CatchUp.LATEST, 10));
    assertThat(cars.parameters().getFirst().type()).isEqualTo(ParameterType.INTEGER);
    assertThat(cars.parameters().getFirst().defaultValue()).isEqualTo(500);
    assertThat(cars.steps())
        .containsExactly(
            new StepSpec(
                "train_model", "train", 5, Duration.ofSeconds(10), false, List.of(), null, null),
            new StepSpec(
                "send_report",
                "report",
                2,
                Duration.ofSeconds(1),
                true,
                List.of("train_model"),
                null,
                null));
    assertThat(cars.section(TRAINING)).isEqualTo(new Training(500, 0.1));
    assertThat(cars.section(COLUMNS)).containsExactly("year", "km");
  }

  @Test
  void readsAGraphWithItsLimits() {
    PipelineDefinition cars =
        accepted(
            GOOD.replace("label: Cars", "label: Cars\nconcurrency: reject\ndeadline: PT2H")
                .replace("always: true", "needs: []\n    timeout: PT30M"));

    assertThat(cars.concurrency()).isEqualTo(Concurrency.REJECT);
    assertThat(cars.deadline()).contains(Duration.ofHours(2));
    assertThat(cars.steps().get(1).needs()).isEmpty();
    assertThat(cars.steps().get(1).timeout()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void takesAScheduleAsAText() {
    PipelineDefinition cars =
        accepted(
            GOOD.replaceFirst("(?s)schedule:.*?parameters", "schedule: \"@weekly\"\nparameters"));

    assertThat(cars.schedule().orElseThrow().quartzCron()).isEqualTo("0 0 0 ? * SUN");
    assertThat(cars.schedule().orElseThrow().timeZone().getId()).isEqualTo("Z");
  }

  @Test
  void versionIsThatOfTheText() {
    String version = accepted(GOOD).version();

    assertThat(version).matches("[0-9a-f]{64}").isEqualTo(accepted(GOOD).version());
    assertThat(accepted(GOOD.replace("500", "501")).version()).isNotEqualTo(version);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: cars            | id: Cars!         | 1:1: id: a pipeline needs an id",
        "label: Cars         | lable: Cars       | 2:1: lable: unknown key; known are columns,",
        "0 30 6 ? * MON      | 30 6 * * 1        | 4:3: schedule.cron: '30 6 * * 1' has only 5 fields; write six fields, seconds first, such as '0 30 6 ? * MON', or one of @hourly,",
        "0 30 6 ? * MON      | 0 61 6 ? * MON   | 4:3: schedule.cron: '0 61 6 ? * MON' is wrong: a second or a minute is 0 to 59; write six",
        "0 30 6 ? * MON      | 0 0 3 * * * | 4:3: schedule.cron: '0 0 3 * * *' is wrong: day-of-month or day-of-week must be ?; write six",
        "0 30 6 ? * MON      | 0 0 3 ? * ? | 4:3: schedule.cron: '0 0 3 ? * ?' is wrong: only one of day-of-month and day-of-week may be ?; write six",
        "0 30 6 ? * MON      | 0 0 ? ? * MON | 4:3: schedule.cron: '0 0 ? ? * MON' is wrong: only day-of-month or day-of-week may be ?; write six",
        "0 30 6 ? * MON      | 0 0 25 ? * MON | 4:3: schedule.cron: '0 0 25 ? * MON' is wrong: an hour is 0 to 23; write six",
        "0 30 6 ? * MON      | 0 0 3 32 * ? | 4:3: schedule.cron: '0 0 3 32 * ?' is wrong: a day of the month is 1 to 31; write six",
        "0 30 6 ? * MON      | 0 0 3 1 13 ? | 4:3: schedule.cron: '0 0 3 1 13 ?' is wrong: a month is 1 to 12, or JAN to DEC; write six",
        "0 30 6 ? * MON      | 0 0 3 1 FOO ? | 4:3: schedule.cron: '0 0 3 1 FOO ?' is wrong: a month is 1 to 12, or JAN to DEC; write six",
        "0 30 6 ? * MON      | 0 0 3 ? * 8 | 4:3: schedule.cron: '0 0 3 ? * 8' is wrong: a day of the week is 1 (Sunday) to 7, or SUN to SAT; write six",
        "0 30 6 ? * MON      | 0 0 3 ? * FOO | 4:3: schedule.cron: '0 0 3 ? * FOO' is wrong: a day of the week is 1 (Sunday) to 7, or SUN to SAT; write six",
        "0 30 6 ? * MON      | 0 0/99 3 ? * MON | 4:3: schedule.cron: '0 0/99 3 ? * MON' is wrong: the step after / must be smaller than the field's range; write six",
        "0 30 6 ? * MON      | 0 0/x 3 ? * MON | 4:3: schedule.cron: '0 0/x 3 ? * MON' is wrong: one of its fields is no number, name, range or list; write six",
        "0 30 6 ? * MON      | 0 x 3 ? * MON | 4:3: schedule.cron: '0 x 3 ? * MON' is wrong: one of its fields is no number, name, range or list; write six",
        "0 30 6 ? * MON      | 0 0 0 30 2 ?     | 4:3: schedule.cron: '0 0 0 30 2 ?' never occurs: there is no such day; write six",
        "0 30 6 ? * MON      | '@dayly'         | 4:3: schedule.cron: there is no schedule '@dayly'; write six",
        "0 30 6 ? * MON      | ''               | 4:3: schedule.cron: a schedule needs a cron expression; write six",
        "Africa/Casablanca   | Africa/Casa       | 5:3: schedule.timeZone: 'Africa/Casa' is not",
        "catchUp: latest     | catchUp: some     | 6:3: schedule.catchUp: must be one of [none, latest, all], not 'some'",
        "catchUp: latest     | catchUpLimit: 0   | 6:3: schedule.catchUpLimit: must be between 1 and 1000",
        "name: train.trees   | name: Trees       | 8:5: parameters[0]: a parameter needs a name",
        "type: integer       | type: whole       | 9:5: parameters[0].type: must be one of [text,",
        "default: 500        | default: many     | 8:5: parameters[0]: the default of parameter train.trees must be a whole number, not 'many'",
        "min: 1              | min: 501          | 8:5: parameters[0]: the default of parameter train.trees must be at least 501, not 500",
        "min: 1              | 'min: 9\n    max: 3' | 8:5: parameters[0]: min of parameter train.trees is above max, so no value is allowed",
        "type: integer       | type: file        | 8:5: parameters[0]: parameter train.trees holds no number, so it cannot have min or max",
        "default: 500        | default: 1.5      | 8:5: parameters[0]: the default of parameter train.trees must be a whole number, not '1.5'",
        "default: 500        | description: no   | 8:5: parameters[0]: parameter train.trees needs a default",
        "columns: [year, km] | columns: year     | 12:1: columns: must be a list, not 'year'",
        "columns: [year, km] | columns: {a: b}   | 12:1: columns: must be a list, not an object",
        "columns: [year, km] | columns:          | 12:1: columns: must not be empty",
        "columns: [year, km] | columns: [year,~] | 12:16: columns[1]: must not be empty",
        "columns: [year, km] | columns: [&a year, *a] | 12:20: the alias '*a' is not supported; write the value out",
        "schedule:           | '\tschedule:'     | 3:1: invalid YAML: a tab cannot indent a line; use spaces",
        "label: Cars         | 'label: a: b'     | 2:9: invalid YAML: a key with a value is not allowed here; check the indentation, or put the text in quotes",
        "label: Cars         | 'label: @b'       | 2:8: invalid YAML: no value begins with this character; put it in quotes",
        "label: Cars         | 'label: \"\\x\"'   | 2:11: invalid YAML: in double quotes",
        "label: Cars         | 'label: C\u0001'  | 2:1: invalid YAML: the character U+0001 is not allowed",
        "columns: [year, km] | columns: [km]     | 12:1: columns: the training needs the column year",
        "trees: 500          | trees: '500'      | 14:3: training.trees: must be a whole number",
        "trees: 500          | trees: 0          | 14:3: training.trees: a forest needs trees",
        "shrinkage: 0.1      | shrinkage:        | 15:3: training.shrinkage: must be a number",
        "shrinkage: 0.1      | 'shrinkage: 0.1\n  depth: 3' | 16:3: training.depth: unknown key 'depth'; known are shrinkage, trees",
        "shrinkage: 0.1      | shrinkge: 0.1     | 13:1: training.shrinkage: must be a number",
        "always: true        | 'needs: [train_mode]' | 23:13: steps[1].needs[0]: there is no step 'train_mode'; known are send_report, train_model; did you mean 'train_model'?",
        "kind: train         | 'kind: train\n    needs: [send_report]' | 19:5: steps[0].needs: these steps depend on each other: train_model needs send_report needs train_model",
        "always: true        | 'needs: train_model' | 23:5: steps[1].needs: must be a list, not 'train_model'",
        "always: true        | 'needs: [~]'      | 23:13: steps[1].needs[0]: must not be empty",
        "always: true        | 'allways: true'   | 23:5: steps[1].allways: unknown key 'allways'; known are always, backoff, id, kind, message, needs, retries, timeout; did you mean 'always'?",
        "kind: report        | 'kind:'           | 21:5: steps[1]: step send_report needs a kind",
        "always: true        | 'needs: [send_report]' | 23:5: steps[1].needs: these steps depend on each other: send_report needs send_report",
        "kind: train         | 'kind: train\n    timeout: PT0S' | 19:5: steps[0].timeout: must be greater than zero, such as PT30M",
        "label: Cars         | 'label: Cars\ndeadline: PT0S' | 3:1: deadline: must be greater than zero, such as PT2H",
        "label: Cars         | 'label: Cars\nconcurrency: sometimes' | 3:1: concurrency: must be one of [queue, reject, replace]",
        "kind: train         | kind: tarin       | 18:5: steps[0].kind: unknown kind 'tarin'; known are report, train; did you mean 'train'?",
        "retries: 5          | retries: 21       | 19:5: steps[0].retries: must be between 0 and 20",
        "backoff: PT10S      | backoff: 10s      | 20:5: steps[0].backoff: must be a duration such as PT10S, not '10s'",
        "id: send_report     | id: train_model   | 21:5: steps[1].id: 'train_model' is a duplicate",
        "always: true        | always: [1        | 24:1: invalid YAML: expected , or ]",
        "always: true        | always: true, x   | 23:5: steps[1].always: must be true or false",
        "kind: report        | kind: approval    | 21:5: steps[1]: step send_report needs a message that says what to decide",
        "kind: report        | 'kind: report\n    message: Is it good?' | 23:5: steps[1].message: only a step of kind approval may have a message",
        "kind: report        | 'kind: approval\n    message: Is it good?' | 24:5: steps[1].always: an approval cannot always run: remove it",
        "kind: train         | 'kind: approval\n    message: Is it good?' | 20:5: steps[0].retries: an approval is not retried: remove it",
        "always: true        | 'always: true\n  -' | 24:4: steps[2]: must not be empty",
        "label: Cars         | id: twice         | 2:1: id: is a duplicate; it was first used in line 1",
        "retries: 5          | kind: report      | 19:5: steps[0].kind: is a duplicate; it was first used in line 18"
      })
  void saysWhereAndWhyItRefuses(String good, String bad, String error) {
    Refused refused = refused(GOOD.replace(good, bad));

    assertThat(refused.errors().getFirst().text("f")).startsWith("f:" + error);
    assertThat(refused.errors().getFirst().message()).doesNotContain("java.", "io.drivetrain");
  }

  @Test
  void refusesMoreStepsThanAnybodyLooksThrough() {
    String many =
        IntStream.range(0, 199)
            .mapToObj("  - {id: report%d, kind: report}\n"::formatted)
            .collect(Collectors.joining());

    assertThat(refused(GOOD + many).errors())
        .containsExactly(
            new DefinitionIssue(16, 1, "steps", "a pipeline may have at most 200 steps, not 201"));
  }

  @Test
  void namesTheStepThatNeedsAMissingSection() {
    Refused refused = refused(GOOD.replaceFirst("(?s)training:.*?steps", "steps"));

    assertThat(refused.errors())
        .containsExactly(
            new DefinitionIssue(
                15,
                5,
                "steps[0].kind",
                "step train_model (kind train) requires the section 'training', which is missing"));
  }

  @Test
  void namesAllErrorsThatItCanSee() {
    Refused refused =
        refused(GOOD.replace("trees: 500", "trees: 0").replace("kind: report", "kind: post"));

    assertThat(refused.errors())
        .extracting(DefinitionIssue::path)
        .containsExactly("training.trees", "steps[1].kind");
  }

  @Test
  void refusesABombOfAliasesAtItsFirst() {
    String bomb = "a: &a [x, x]\n" + "b: &b [*a, *a]\n" + "c: [*b, *b, *b, *b, *b, *b, *b, *b]\n";

    assertThat(refused(bomb).errors())
        .containsExactly(
            new DefinitionIssue(2, 8, "", "the alias '*a' is not supported; write the value out"));
  }

  @Test
  void refusesWhatIsNestedTooDeeply() {
    String deep = "id: cars\nlabel: " + "[".repeat(100_000);

    assertThat(refused(deep).errors())
        .containsExactly(
            new DefinitionIssue(
                2, 39, "", "lists and objects may be nested at most 32 levels deep"));
  }

  @Test
  void refusesOnlyTheFileThatAKindFailsOver() {
    StepKind fails =
        new StepKind() {
          @Override
          public String kind() {
            return "fails";
          }

          @Override
          public void check(PipelineDefinition definition) {
            throw new IllegalStateException("no");
          }
        };

    DefinitionReading reading =
        new DefinitionReader(List.of(fails)).read("f.yaml", "id: f\nsteps: [{id: a, kind: fails}]");

    assertThat(((Refused) reading).errors())
        .containsExactly(
            new DefinitionIssue(
                2,
                1,
                "steps",
                "step a (kind fails) cannot use this definition; the log of the pipeline says why"));
  }

  @Test
  void saysThatAFileIsEmpty() {
    assertThat(refused("# nothing yet\n").errors())
        .extracting(DefinitionIssue::message)
        .containsExactly("the file is empty; a definition needs at least the keys id and steps");
  }

  @ParameterizedTest
  @CsvSource({"'', 1", "'just text', 1", "'- a list', 1", "'id: cars', 1"})
  void refusesWhatIsNoDefinition(String text, int line) {
    Refused refused = refused(text);

    assertThat(refused.errors()).extracting(DefinitionIssue::line).containsOnly(line);
  }

  private PipelineDefinition accepted(String text) {
    DefinitionReading reading = reader.read("cars.yaml", text);
    assertThat(reading).isInstanceOf(Accepted.class);
    return ((Accepted) reading).definition();
  }

  private Refused refused(String text) {
    DefinitionReading reading = reader.read("cars.yaml", text);
    assertThat(reading).isInstanceOf(Refused.class);
    return (Refused) reading;
  }
}
