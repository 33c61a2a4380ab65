package io.drivetrain.webui.pipeline.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.webui.CdiBrowserlessTest;
import io.drivetrain.webui.ServiceDoublesResource;
import io.drivetrain.webui.client.PipelineDouble;
import io.drivetrain.webui.client.PipelineFixtures;
import io.drivetrain.webui.component.DialogError;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class PipelinesViewTest extends CdiBrowserlessTest {
  private static final String TRIGGER = "POST /pipelines/rents/runs";

  PipelineDouble pipeline;

  @BeforeEach
  void start() {
    UI.getCurrent().setLocale(Locale.ENGLISH);
    pipeline.forget();
    PipelineFixtures.pipelines(pipeline);
  }

  @AfterEach
  void leave() {
    UI.getCurrent().removeAll();
  }

  @Test
  void everyPipelineSaysWhatItIsAndWhenItStarts() {
    navigate(PipelinesView.class);

    assertThat(cards()).hasSize(2);
    assertThat(text(cards().getFirst()))
        .contains("Rents", "rents", "Learns rents.", "Next run: Nov 22, 2026", "@weekly · UTC")
        .contains("No runs yet.");
    assertThat(text(cards().getLast())).contains("No schedule");
  }

  @Test
  void wrongDefinitionsAreNamedWithPlaceAndCause() {
    navigate(PipelinesView.class);

    assertThat(text(find(RefusedDefinitions.class).single()))
        .contains("One definition file has errors")
        .contains("broken.yaml:4:30", "steps[0].retries", "must be a whole number");
  }

  @Test
  void stripHasTheRunsInTheirOrderWithAWordForEachColour() {
    PipelineFixtures.runs(
        pipeline,
        PipelineFixtures.rejected(PipelineFixtures.OTHER_RUN),
        PipelineFixtures.succeeded(PipelineFixtures.RUN));

    navigate(PipelinesView.class);

    List<String> cells =
        find(Anchor.class, find(RunStrip.class).all().getFirst()).all().stream()
            .map(cell -> cell.getElement().getAttribute("aria-label"))
            .toList();
    assertThat(cells).hasSize(2);
    assertThat(cells.getFirst()).startsWith("Succeeded · Nov 21, 2026").endsWith("· 12.0\u00a0s");
    assertThat(cells.getLast()).startsWith("Rejected").endsWith("· 4.0\u00a0s");
  }

  @Test
  void pageFollowsARunWithoutAReload() {
    PipelineFixtures.runs(pipeline, PipelineFixtures.running(PipelineFixtures.RUN));
    navigate(PipelinesView.class);
    assertThat(text(cards().getFirst())).contains("Running", "running for");

    PipelineFixtures.runs(pipeline, PipelineFixtures.succeeded(PipelineFixtures.RUN));

    awaitText("Succeeded");
  }

  @Test
  void oneStreamTellsOfAllRuns() {
    PipelineFixtures.runs(
        pipeline,
        PipelineFixtures.running(PipelineFixtures.OTHER_RUN),
        PipelineFixtures.running(PipelineFixtures.RUN));

    navigate(PipelinesView.class);

    await().until(() -> !pipeline.events("/events").connections().isEmpty());
    assertThat(pipeline.requests())
        .extracting(PipelineDouble.Request::call)
        .filteredOn(call -> call.endsWith("/events"))
        .containsExactly("GET /events");
  }

  @Test
  void pageSaysThatTheServiceIsAwayAndKeepsWhatItShows() {
    navigate(PipelinesView.class);

    pipeline.fallSilent();

    await()
        .pollInSameThread()
        .untilAsserted(() -> {
          roundTrip();
          assertThat(text(find(PipelinesView.class).single()))
              .contains("not reachable. Retrying", "Rents");
        });
  }

  @Test
  void pageThatIsOpenedWhileTheServiceIsAwayOpensByItself() {
    pipeline.fallSilent();
    navigate(PipelinesView.class);
    assertThat(text(find(PipelinesView.class).single()))
        .contains("not reachable. Retrying")
        .doesNotContain("No pipelines yet");

    pipeline.forget();
    PipelineFixtures.pipelines(pipeline);

    awaitText("Learns rents.");
  }

  @Test
  void nobodyIsAskedForAPageThatIsClosed() {
    PipelinesView view = navigate(PipelinesView.class);
    assertThat(view.isFollowing()).isTrue();

    UI.getCurrent().navigate("");

    await().until(() -> !view.isFollowing());
  }

  @Test
  void folderWithoutDefinitionsSaysWhatToDo() {
    pipeline.on("GET /pipelines", "{\"pipelines\": [], \"refused\": []}");

    navigate(PipelinesView.class);

    assertThat(text(find(PipelinesView.class).single())).contains("No pipelines yet", "YAML");
  }

  @Test
  void dialogIsMadeFromTheParameters() {
    openDialog();

    assertThat(byId(TextField.class, "parameter-data").getValue()).isEqualTo("rents.csv");
    IntegerField trees = byId(IntegerField.class, "parameter-train-trees");
    assertThat(trees.getValue()).isEqualTo(500);
    assertThat(trees.getHelperText()).isEqualTo("How many trees. (1 to 5000)");
    assertThat(byId(NumberField.class, "parameter-train-share").getValue()).isEqualTo(0.5);
    assertThat(byId(Checkbox.class, "parameter-thorough").getValue()).isFalse();
  }

  @Test
  void runGetsWhatWasChangedAndItsPageOpens() {
    pipeline.on(TRIGGER, PipelineFixtures.queued(PipelineFixtures.RUN));
    PipelineFixtures.run(
        pipeline, PipelineFixtures.RUN, PipelineFixtures.succeeded(PipelineFixtures.RUN));
    openDialog();
    byId(IntegerField.class, "parameter-train-trees").setValue(20);
    byId(Checkbox.class, "parameter-thorough").setValue(true);
    find(TextArea.class).single().setValue("a look");

    click("start-run");

    assertThat(pipeline.requests(TRIGGER)).hasSize(1);
    assertThat(pipeline.requests(TRIGGER).getFirst().body())
        .isEqualTo("{\"params\":{\"train.trees\":20,\"thorough\":true},\"note\":\"a look\"}");
    assertThat(((HasDynamicTitle) getCurrentView()).getPageTitle())
        .startsWith("Run of Nov 21, 2026");
  }

  @Test
  void parametersAndWhatIsRefusedOfThemSpeakThePagesLanguage() {
    UI.getCurrent().setLocale(Locale.FRENCH);
    pipeline.on(
        TRIGGER,
        400,
        "application/problem+json",
        """
        {"title": "The parameters are not those of the pipeline", "status": 400,
         "code": "parameters_refused", "detail": "train.trees must be at least 1",
         "errors": [{"parameter": "train.trees", "message": "must be at least 1, not 0"}]}
        """);
    navigate(PipelinesView.class);
    test(button("Lancer")).click();
    IntegerField trees = byId(IntegerField.class, "parameter-train-trees");
    assertThat(trees.getLabel()).isEqualTo("Arbres");
    assertThat(trees.getHelperText()).isEqualTo("Le nombre d’arbres. (de 1 à 5000)");
    trees.setValue(0);

    click("start-run");

    assertThat(trees.getErrorMessage()).isEqualTo("Saisissez un nombre entier (de 1 à 5000)");
    assertThat(text(find(DialogError.class).single()))
        .contains("Les paramètres ne sont pas ceux du pipeline")
        .doesNotContain("must be");
  }

  @Test
  void whatTheServiceRefusesStandsAtItsField() {
    pipeline.on(
        TRIGGER,
        400,
        "application/problem+json",
        """
        {"title": "The parameters are not those of the pipeline", "status": 400, "detail": "data names no file",
         "errors": [{"parameter": "data", "message": "names 'x', but there is no such file"}]}
        """);
    openDialog();
    byId(TextField.class, "parameter-data").setValue("x");

    click("start-run");

    TextField data = byId(TextField.class, "parameter-data");
    assertThat(data.isInvalid()).isTrue();
    assertThat(data.getErrorMessage()).isEqualTo("names 'x', but there is no such file");
    assertThat(byId(IntegerField.class, "parameter-train-trees").isInvalid()).isFalse();
    assertThat(text(find(DialogError.class).single())).contains("data names no file");
    assertThat(byId(Button.class, "start-run").isEnabled()).isTrue();
  }

  @Test
  void runIsCheckedBeforeItIsStarted() {
    pipeline.on(
        TRIGGER, "{\"admission\": \"QUEUE\", \"behind\": \"%s\"}".formatted(PipelineFixtures.RUN));
    openDialog();

    click("check-run");

    assertThat(byId(Paragraph.class, "preview").getText())
        .isEqualTo("Valid: the run would be queued behind the active run.");
    assertThat(pipeline.requests(TRIGGER))
        .extracting(PipelineDouble.Request::body, PipelineDouble.Request::key)
        .containsExactly(tuple("{\"params\":{},\"dryRun\":true}", ""));
  }

  @Test
  void dialogStaysOpenWhileTheServiceIsAway() {
    openDialog();
    pipeline.fallSilent();

    click("start-run");

    assertThat(text(find(DialogError.class).single())).contains("not reachable");
  }

  @Test
  void scheduleIsPausedWithAReasonAndResumed() {
    pipeline.on("POST /schedules/rents/pause", "{\"pipeline\": \"rents\"}");
    pipeline.on("POST /schedules/rents/resume", "{\"pipeline\": \"rents\"}");
    navigate(PipelinesView.class);

    test(button("Pause")).click();
    find(TextArea.class).single().setValue("the data is late");
    PipelineFixtures.paused(pipeline);
    click("confirm");
    awaitText("the data is late");
    test(button("Resume")).click();

    assertThat(pipeline.requests("POST /schedules/rents/pause").getFirst().body())
        .isEqualTo("{\"reason\":\"the data is late\"}");
    assertThat(pipeline.requests("POST /schedules/rents/resume")).hasSize(1);
  }

  @Test
  void chosenPipelineListsItsRuns() {
    PipelineFixtures.runs(pipeline, PipelineFixtures.succeeded(PipelineFixtures.RUN));

    UI.getCurrent().navigate("pipelines", QueryParameters.of("pipeline", "rents"));

    assertThat(cards()).hasSize(1);
    assertThat(state(0)).isEqualTo("Succeeded");
    assertThat(cell(0, 2)).isEqualTo("12.0\u00a0s");
    assertThat(cell(0, 3)).isEqualTo("manual");
    assertThat(cell(0, 4)).isEqualTo("a look");
  }

  @Test
  void runsPastTheFirstPageAreReadWhileOneScrolls() {
    String first =
        IntStream.range(0, 50)
            .mapToObj(run -> PipelineFixtures.succeeded(new UUID(0, run)))
            .collect(Collectors.joining(","));
    pipeline
        .on(
            "GET /runs?limit=50&pipeline=rents",
            "{\"runs\": [%s], \"nextCursor\": \"c1\"}".formatted(first))
        .on(
            "GET /runs?limit=50&pipeline=rents&cursor=c1",
            "{\"runs\": [%s]}".formatted(PipelineFixtures.rejected(PipelineFixtures.OTHER_RUN)));

    UI.getCurrent().navigate("pipelines", QueryParameters.of("pipeline", "rents"));

    assertThat(state(50)).isEqualTo("Rejected");
  }

  @Test
  void onePipelineIsShownAtOnceAndThenAllAgain() {
    navigate(PipelinesView.class);
    pipeline.fallSilent();

    UI.getCurrent().navigate("pipelines", QueryParameters.of("pipeline", "by_hand"));
    assertThat(cards())
        .extracting(PipelinesViewTest::text)
        .singleElement()
        .asString()
        .contains("By hand");

    UI.getCurrent().navigate("pipelines");
    assertThat(cards()).hasSize(2);
    assertThat(find(RunGrid.class).all()).isEmpty();
  }

  @Test
  void unknownPipelineSaysSo() {
    UI.getCurrent().navigate("pipelines", QueryParameters.of("pipeline", "../rents"));

    assertThat(text(find(PipelinesView.class).single())).contains("Pipeline not found");
  }

  private String state(int row) {
    return text(test(grid()).getCellComponent(row, "state"));
  }

  private String cell(int row, int column) {
    return test(grid()).getCellText(row, column);
  }

  @SuppressWarnings("unchecked")
  private Grid<RunDetails> grid() {
    return find(Grid.class, find(RunGrid.class).single()).single();
  }

  private void openDialog() {
    navigate(PipelinesView.class);
    test(button("Run now")).click();
  }

  private Button button(String text) {
    return find(Button.class).withText(text).all().getFirst();
  }

  private void awaitText(String text) {
    await()
        .pollInSameThread()
        .untilAsserted(() -> {
          roundTrip();
          assertThat(text(find(PipelinesView.class).single())).contains(text);
        });
  }

  private List<PipelineCard> cards() {
    return find(PipelineCard.class).all();
  }

  private void click(String id) {
    test(byId(Button.class, id)).click();
  }

  private <C extends Component> C byId(Class<C> type, String id) {
    return find(type).id(id);
  }

  private static String text(Component component) {
    return component.getElement().getTextRecursively();
  }
}
