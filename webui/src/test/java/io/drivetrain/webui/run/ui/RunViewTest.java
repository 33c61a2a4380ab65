package io.drivetrain.webui.run.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.drivetrain.webui.CdiBrowserlessTest;
import io.drivetrain.webui.ServiceDoublesResource;
import io.drivetrain.webui.client.EventStreamDouble;
import io.drivetrain.webui.client.PipelineDouble;
import io.drivetrain.webui.client.PipelineFixtures;
import io.drivetrain.webui.component.Chart;
import io.drivetrain.webui.component.DialogError;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.ReasonDialog;
import io.drivetrain.webui.component.StateBadge;
import io.drivetrain.webui.component.report.MetricSection;
import io.drivetrain.webui.component.report.ReportGrid;
import io.drivetrain.webui.run.ui.report.ReportFixtures;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class RunViewTest extends CdiBrowserlessTest {
  private static final UUID RUN = PipelineFixtures.RUN;

  PipelineDouble pipeline;

  @BeforeEach
  void start() {
    UI.getCurrent().setLocale(Locale.ENGLISH);
    pipeline.forget();
    pipeline.on("GET /runs/" + RUN + "/why", PipelineFixtures.working(RUN));
  }

  @AfterEach
  void leave() {
    UI.getCurrent().removeAll();
  }

  @Test
  void runningRunSaysWhatItDoesAndHowFarItIs() {
    open(PipelineFixtures.running(RUN));

    assertThat(text(find(WhyPanel.class).single()))
        .contains("What is running", "train", "Running", "Running on worker host7.");
    assertThat(step(1)).contains("Running", "24% · tree 120 of 500");
    assertThat(
            find(StateBadge.class, test(grid()).getCellComponent(1, "step"))
                .single()
                .getElement()
                .getAttribute("data-color"))
        .isEqualTo("active");
    assertThat(grid().asSingleSelect().getValue()).isEqualTo("train");
    assertThat(byId(Button.class, "cancel").isVisible()).isTrue();
  }

  @Test
  void queuedRunNamesTheRunThatIsBeforeIt() {
    pipeline.on(
        "GET /runs/" + RUN + "/why", PipelineFixtures.behind(RUN, PipelineFixtures.OTHER_RUN));
    open(PipelineFixtures.queued(RUN));

    assertThat(text(find(WhyPanel.class).single()))
        .contains("Why it is queued", "Another run is active", "Open the blocking run");
  }

  @Test
  void reportIsOneClickAway() {
    open(PipelineFixtures.succeeded(RUN));

    assertThat(byId(PageLink.class, "report").getHref()).isEqualTo("runs/" + RUN + "/report");
  }

  @Test
  void endedRunSaysWhyItEnded() {
    open(PipelineFixtures.rejected(RUN));

    assertThat(text(find(RunPanel.class).single()))
        .contains("Rejected", "Gate failed – 12 rows, 1000 are needed");
    assertThat(find(WhyPanel.class).all()).isEmpty();
    assertThat(find(Button.class).withId("cancel").all()).isEmpty();
    assertThat(step(1)).contains("Upstream failed");
  }

  @Test
  void rejectedRunNamesItsFirstFailingGateAndDrawsAllOfThem() {
    pipeline.on("GET /runs/" + RUN + "/report", ReportFixtures.succeeded());
    open(PipelineFixtures.rejected(RUN));

    assertThat(byId(Paragraph.class, "run-message").getText())
        .isEqualTo("Gate failed – Champion: no model is in production yet");
    assertThat(text(find(GatesPanel.class).single())).contains("1 of 2 gates did not pass");
  }

  @Test
  void frenchPageTellsTheGateInFrench() {
    UI.getCurrent().setLocale(Locale.FRENCH);
    pipeline.on("GET /runs/" + RUN + "/report", ReportFixtures.succeeded());
    open(PipelineFixtures.rejected(RUN));

    assertThat(byId(Paragraph.class, "run-message").getText())
        .isEqualTo("Contrôle échoué – Champion : aucun modèle en production pour l’instant");
  }

  @Test
  void whoApprovesSeesTheFiguresAgainstTheChampion() {
    pipeline.on("GET /runs/" + RUN + "/report", ReportFixtures.succeeded());
    open(PipelineFixtures.waitingForApproval(RUN));

    ReportGrid<?> figures =
        find(ReportGrid.class, find(MetricSection.class).single()).all().getFirst();
    assertThat(test(figures).getCellText(0, 0)).isEqualTo("Mean absolute error");
    assertThat(test(figures).getCellText(0, 1)).isEqualTo("90\u00a0MAD");
    assertThat(test(figures).getCellText(0, 2)).isEqualTo("100\u00a0MAD");
  }

  @Test
  void timesOfALogAreThoseOfThePage() {
    PipelineFixtures.attempts(pipeline, 40);
    PipelineFixtures.log(pipeline, 2).send("log", 40, "2026-11-21T10:00:00.120Z INFO It begins.");

    open(PipelineFixtures.running(RUN));

    awaitLog("2026-11-21 10:00:00.120 INFO It begins.\n");
  }

  @Test
  void numbersOfTheBarsStandInATable() {
    open(PipelineFixtures.succeeded(RUN));

    assertThat(step(0)).contains("check", "Succeeded");
    assertThat(test(grid()).getCellText(0, 3)).isEqualTo("4.0\u00a0s");
    assertThat(step(1)).contains("train", "Succeeded");
    assertThat(test(grid()).getCellText(1, 2)).isEqualTo("2.0\u00a0s");
    assertThat(test(grid()).getCellText(1, 3)).isEqualTo("6.0\u00a0s");
    assertThat(
            find(Chart.class, find(StepsCard.class).single())
                .single()
                .getElement()
                .getAttribute("aria-label"))
        .isEqualTo("Timeline of 2 steps over 12.0\u00a0s. The table below has all numbers.");
  }

  @Test
  void factsHaveParametersLabelsAndTheModelVersion() {
    open(PipelineFixtures.succeeded(RUN));

    assertThat(text(find(RunDetailsPanel.class).single()))
        .contains("train.trees", "20", "team", "pricing", "a look", "Model version", "7")
        .contains("12.0\u00a0s", RUN.toString());
  }

  @Test
  void chosenStepShowsWhatItTold() {
    open(PipelineFixtures.succeeded(RUN));

    test(grid()).select(0);

    assertThat(text(find(StepCard.class).single())).contains("check", "Rows", "1200");
    assertThat(grid().asSingleSelect().getValue()).isEqualTo("check");
  }

  @Test
  void pageFollowsTheRunToItsEnd() {
    open(PipelineFixtures.running(RUN));

    succeed();

    await()
        .pollInSameThread()
        .untilAsserted(() -> {
          roundTrip();
          assertThat(text(find(RunPanel.class).single()))
              .contains("Succeeded")
              .doesNotContain("Running");
        });
    assertThat(find(WhyPanel.class).all()).isEmpty();
  }

  @Test
  void choiceStaysWhileThePageIsBroughtUpToDate() {
    open(PipelineFixtures.running(RUN));
    StepGrid grid = grid();

    succeed();

    await()
        .pollInSameThread()
        .untilAsserted(() -> {
          roundTrip();
          assertThat(step(1)).contains("Succeeded");
        });
    assertThat(grid()).isSameAs(grid);
    assertThat(grid.asSingleSelect().getValue()).isEqualTo("train");
  }

  @Test
  void runIsCancelledWithAReason() {
    pipeline.on("POST /runs/" + RUN + "/cancel", PipelineFixtures.running(RUN));
    open(PipelineFixtures.running(RUN));

    click("cancel");
    find(TextArea.class).single().setValue("wrong file");
    click("confirm");

    assertThat(pipeline.requests("POST /runs/" + RUN + "/cancel").getFirst().body())
        .isEqualTo("{\"reason\":\"wrong file\"}");
    assertThat(find(ReasonDialog.class).all()).isEmpty();
  }

  @Test
  void refusalStandsInTheDialog() {
    pipeline.on(
        "POST /runs/" + RUN + "/cancel",
        409,
        "application/problem+json",
        "{\"title\": \"The run has ended\", \"status\": 409, \"detail\": \"It SUCCEEDED.\"}");
    open(PipelineFixtures.running(RUN));

    click("cancel");
    click("confirm");

    assertThat(text(find(DialogError.class).single()))
        .contains("The run has ended", "It SUCCEEDED.");
  }

  @Test
  void logOfTheLatestAttemptIsFollowed() {
    PipelineFixtures.attempts(pipeline, 12);
    EventStreamDouble log = PipelineFixtures.log(pipeline, 2).send("log", 11, "It begins.");
    open(PipelineFixtures.running(RUN));
    awaitLog("It begins.\n");
    assertThat(text(find(LogPanel.class).single())).contains("Running · host8/31");

    log.send("log", 23, "It goes on.");

    awaitLog("It begins.\nIt goes on.\n");
  }

  @Test
  void ofALongLogTheEndIsShownFromItsFirstWholeLine() {
    PipelineFixtures.attempts(pipeline, 100_000);
    EventStreamDouble log =
        PipelineFixtures.log(pipeline, 2).send("log", 100_000, "f a line\nthe next line");

    open(PipelineFixtures.running(RUN));

    awaitLog("the next line\n");
    assertThat(log.connections()).containsExactly("34464");
  }

  @Test
  @SuppressWarnings("unchecked")
  void earlierAttemptCanBeLookedAt() {
    PipelineFixtures.attempts(pipeline, 11);
    PipelineFixtures.log(pipeline, 2).send("log", 11, "It begins.");
    PipelineFixtures.log(pipeline, 1).send("log", 6, "First").end();
    open(PipelineFixtures.running(RUN));

    test(find(Select.class).single()).selectItem("1 · Failed, retried");

    awaitLog("First\n");
    assertThat(text(find(LogPanel.class).single())).contains("host7/12 · the disk was full");
    assertThat(find(Anchor.class).withText("Open full log").single().getHref())
        .isEqualTo("run-files/" + RUN + "/logs/train/1");
  }

  @Test
  void stepIsApprovedWithAReason() {
    pipeline.on("POST /runs/" + RUN + "/approve", PipelineFixtures.running(RUN));
    open(PipelineFixtures.waitingForApproval(RUN));
    assertThat(text(find(ApprovalPanel.class).single())).contains("approve", "Is it good?");

    test(find(Button.class).withText("Approve").single()).click();
    click("confirm");
    assertThat(find(TextArea.class).single().getErrorMessage()).isEqualTo("Enter a reason");
    find(TextArea.class).single().setValue("looks right");
    click("confirm");

    assertThat(pipeline.requests("POST /runs/" + RUN + "/approve"))
        .extracting(PipelineDouble.Request::body)
        .containsExactly("{\"step\":\"approve\",\"reason\":\"looks right\"}");
  }

  @Test
  void stepIsRejectedWithAReason() {
    pipeline.on("POST /runs/" + RUN + "/reject", PipelineFixtures.rejected(RUN));
    open(PipelineFixtures.waitingForApproval(RUN));

    test(find(Button.class).withText("Reject").single()).click();
    find(TextArea.class).single().setValue("too dear");
    click("confirm");

    assertThat(pipeline.requests("POST /runs/" + RUN + "/reject"))
        .extracting(PipelineDouble.Request::body)
        .containsExactly("{\"step\":\"approve\",\"reason\":\"too dear\"}");
  }

  @Test
  void stepThatWasNotReachedCanBeRetried() {
    pipeline.on("POST /runs/" + RUN + "/steps/train/retry", PipelineFixtures.running(RUN));
    open(PipelineFixtures.rejected(RUN));
    assertThat(find(Button.class).withId("retry").all()).isEmpty();

    test(grid()).select(1);
    click("retry");
    find(TextArea.class).single().setValue("more memory");
    click("confirm");

    assertThat(pipeline.requests("POST /runs/" + RUN + "/steps/train/retry"))
        .extracting(PipelineDouble.Request::body)
        .containsExactly("{\"reason\":\"more memory\"}");
  }

  @Test
  void resumeShowsFirstWhatIsReused() {
    pipeline.on(
        "POST /runs/" + RUN + "/resume",
        """
        {"steps": [{"step": "check", "plan": "REUSE", "because": null},
                   {"step": "train", "plan": "RUN", "because": "it was not run"}]}
        """);
    open(PipelineFixtures.rejected(RUN));

    click("resume");
    assertThat(text(find(ResumeDialog.class).single()))
        .contains("checkreused", "trainrunsit was not run");
    PipelineFixtures.run(
        pipeline,
        PipelineFixtures.OTHER_RUN,
        PipelineFixtures.succeeded(PipelineFixtures.OTHER_RUN));
    pipeline.on(
        "POST /runs/" + RUN + "/resume", PipelineFixtures.queued(PipelineFixtures.OTHER_RUN));
    find(TextArea.class).single().setValue("once more");
    click("start-resume");

    assertThat(pipeline.requests("POST /runs/" + RUN + "/resume"))
        .extracting(PipelineDouble.Request::body)
        .containsExactly("{\"dryRun\":true}", "{\"note\":\"once more\"}");
    assertThat(text(find(RunDetailsPanel.class).single()))
        .contains(PipelineFixtures.OTHER_RUN.toString());
  }

  @Test
  void succeededRunCannotBeResumed() {
    open(PipelineFixtures.succeeded(RUN));

    assertThat(find(Button.class).withId("resume").all()).isEmpty();
  }

  @Test
  void anotherRunTakesThePlaceOfTheOneThatWasOpen() {
    open(PipelineFixtures.rejected(RUN));
    PipelineFixtures.run(
        pipeline,
        PipelineFixtures.OTHER_RUN,
        PipelineFixtures.succeeded(PipelineFixtures.OTHER_RUN));

    navigate(RunView.class, PipelineFixtures.OTHER_RUN.toString());

    assertThat(text(find(RunPanel.class).single()))
        .contains("Succeeded", PipelineFixtures.OTHER_RUN.toString())
        .doesNotContain(RUN.toString());
  }

  @Test
  void unknownRunSaysSo() {
    navigate(RunView.class, RUN.toString());

    assertThat(text(find(RunView.class).single())).contains("Run not found");
  }

  @Test
  void addressThatHoldsNoIdIsNoPage() {
    UI.getCurrent().navigate("runs/..%2Fpipelines");

    assertThat(find(RunView.class).all()).isEmpty();
    assertThat(pipeline.requests()).isEmpty();
  }

  @Test
  void frenchVisitorReadsFrench() {
    UI.getCurrent().setLocale(Locale.FRENCH);

    open(PipelineFixtures.running(RUN));

    assertThat(text(find(RunPanel.class).single()))
        .contains("Exécution du 21 nov. 2026", "Ce qui est en cours", "En cours");
    assertThat(step(1)).contains("24\u00a0%");
  }

  private void open(String run) {
    PipelineFixtures.run(pipeline, RUN, run);
    navigate(RunView.class, RUN.toString());
  }

  private void succeed() {
    PipelineFixtures.run(pipeline, RUN, PipelineFixtures.succeeded(RUN));
    pipeline.events("/runs/" + RUN + "/events").send("run", 5, "{}").end();
  }

  private void awaitLog(String log) {
    await()
        .pollInSameThread()
        .ignoreException(NoSuchElementException.class) // hidden until something was logged
        .untilAsserted(() -> {
          roundTrip();
          assertThat(text(find(LogText.class).single())).isEqualTo(log);
        });
  }

  private StepGrid grid() {
    return find(StepGrid.class).single();
  }

  private String step(int row) {
    return text(test(grid()).getCellComponent(row, "step"));
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
