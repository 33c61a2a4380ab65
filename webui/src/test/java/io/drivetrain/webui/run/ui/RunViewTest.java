package io.drivetrain.webui.run.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.drivetrain.webui.CdiBrowserlessTest;
import io.drivetrain.webui.ServiceDoublesResource;
import io.drivetrain.webui.client.PipelineDouble;
import io.drivetrain.webui.client.PipelineFixtures;
import io.drivetrain.webui.component.DialogError;
import io.drivetrain.webui.component.ReasonDialog;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
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
        .contains("What it is doing", "train", "At work", "A worker on host7 is at it.");
    StepBar train = bars().getLast();
    assertThat(text(train)).contains("Running, 24% · tree 120 of 500");
    assertThat(train.getElement().getAttribute("data-tone")).isEqualTo("active");
    assertThat(train.getElement().getAttribute("aria-pressed")).isEqualTo("true");
    assertThat(byId(Button.class, "cancel").isVisible()).isTrue();
  }

  @Test
  void queuedRunNamesTheRunThatIsBeforeIt() {
    pipeline.on(
        "GET /runs/" + RUN + "/why", PipelineFixtures.behind(RUN, PipelineFixtures.OTHER_RUN));
    open(PipelineFixtures.queued(RUN));

    assertThat(text(find(WhyPanel.class).single()))
        .contains("Why it is not running", "Another run is before it", "Open that run");
  }

  @Test
  void reportIsOneClickAway() {
    open(PipelineFixtures.succeeded(RUN));

    assertThat(byId(Anchor.class, "report").getHref()).isEqualTo("run-files/" + RUN + "/report");
  }

  @Test
  void endedRunSaysWhyItEnded() {
    open(PipelineFixtures.rejected(RUN));

    assertThat(text(find(RunPanel.class).single()))
        .contains("Rejected", "A gate said no – 12 rows, 1000 are needed");
    assertThat(find(WhyPanel.class).all()).isEmpty();
    assertThat(find(Button.class).withId("cancel").all()).isEmpty();
    assertThat(text(bars().getLast())).contains("Not reached");
  }

  @Test
  void numbersOfTheBarsStandInATable() {
    open(PipelineFixtures.succeeded(RUN));

    assertThat(text(find(StepTable.class).single()))
        .contains("check", "4.0\u00a0s")
        .contains("train", "2.0\u00a0s", "6.0\u00a0s");
    assertThat(bars().getLast().getAriaLabel()).contains("train: Succeeded 6.0\u00a0s");
  }

  @Test
  void factsHaveParametersLabelsAndTheModelVersion() {
    open(PipelineFixtures.succeeded(RUN));

    assertThat(text(find(RunDetails.class).single()))
        .contains("train.trees", "20", "team", "pricing", "a look", "Model version", "7")
        .contains("12.0\u00a0s", RUN.toString());
  }

  @Test
  void chosenStepShowsWhatItTold() {
    open(PipelineFixtures.succeeded(RUN));

    test(bars().getFirst()).click();

    assertThat(text(find(StepCard.class).single())).contains("check", "rows", "1200");
    assertThat(bars().getFirst().getElement().getAttribute("aria-pressed")).isEqualTo("true");
    assertThat(bars().getLast().getElement().getAttribute("aria-pressed")).isEqualTo("false");
  }

  @Test
  void pageFollowsTheRunToItsEnd() {
    open(PipelineFixtures.running(RUN));

    PipelineFixtures.run(pipeline, RUN, PipelineFixtures.succeeded(RUN));

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
  void barsStayTheSameWhileTheyAreBroughtUpToDate() {
    open(PipelineFixtures.running(RUN));
    StepBar train = bars().getLast();

    PipelineFixtures.run(pipeline, RUN, PipelineFixtures.succeeded(RUN));

    await()
        .pollInSameThread()
        .untilAsserted(() -> {
          roundTrip();
          assertThat(text(bars().getLast())).contains("Succeeded");
        });
    assertThat(bars().getLast()).isSameAs(train);
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
  void noOfTheServiceStandsInTheDialog() {
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
  void logOfTheLatestTryIsFollowed() {
    PipelineFixtures.tries(pipeline, 12);
    PipelineFixtures.log(pipeline, 2, 0, "It begins.\n");
    open(PipelineFixtures.running(RUN));
    assertThat(text(find(LogText.class).single())).isEqualTo("It begins.\n");
    assertThat(text(find(LogPanel.class).single())).contains("Running · host8/31");

    PipelineFixtures.log(pipeline, 2, 11, "It goes on.\nIt e");
    PipelineFixtures.tries(pipeline, 27);

    await()
        .pollInSameThread()
        .untilAsserted(() ->
            assertThat(text(find(LogText.class).single())).isEqualTo("It begins.\nIt goes on.\n"));
  }

  @Test
  @SuppressWarnings("unchecked")
  void earlierTryCanBeLookedAt() {
    PipelineFixtures.tries(pipeline, 11);
    PipelineFixtures.log(pipeline, 2, 0, "It begins.\n");
    PipelineFixtures.log(pipeline, 1, 0, "First\n");
    open(PipelineFixtures.running(RUN));

    test(find(Select.class).single()).selectItem("1 · Failed, was tried again");

    await()
        .pollInSameThread()
        .untilAsserted(() -> assertThat(text(find(LogText.class).single())).isEqualTo("First\n"));
    assertThat(text(find(LogPanel.class).single())).contains("host7/12 · the disk was full");
    assertThat(find(Anchor.class).withText("Open all of it").single().getHref())
        .isEqualTo("run-files/" + RUN + "/logs/train/1");
  }

  @Test
  void personAnswersWithAReason() {
    pipeline.on("POST /runs/" + RUN + "/approve", PipelineFixtures.running(RUN));
    open(PipelineFixtures.waitingForAPerson(RUN));
    assertThat(text(find(ApprovalPanel.class).single())).contains("approve", "Is it good?");

    test(find(Button.class).withText("Approve").single()).click();
    click("confirm");
    assertThat(find(TextArea.class).single().getErrorMessage()).isEqualTo("Say why");
    find(TextArea.class).single().setValue("looks right");
    click("confirm");

    assertThat(pipeline.requests("POST /runs/" + RUN + "/approve"))
        .extracting(PipelineDouble.Request::body)
        .containsExactly("{\"step\":\"approve\",\"reason\":\"looks right\"}");
  }

  @Test
  void personRejectsWithAReason() {
    pipeline.on("POST /runs/" + RUN + "/reject", PipelineFixtures.rejected(RUN));
    open(PipelineFixtures.waitingForAPerson(RUN));

    test(find(Button.class).withText("Reject").single()).click();
    find(TextArea.class).single().setValue("too dear");
    click("confirm");

    assertThat(pipeline.requests("POST /runs/" + RUN + "/reject"))
        .extracting(PipelineDouble.Request::body)
        .containsExactly("{\"step\":\"approve\",\"reason\":\"too dear\"}");
  }

  @Test
  void stepThatWasNotReachedCanBeTriedAgain() {
    pipeline.on("POST /runs/" + RUN + "/steps/train/retry", PipelineFixtures.running(RUN));
    open(PipelineFixtures.rejected(RUN));
    assertThat(find(Button.class).withId("retry").all()).isEmpty();

    test(bars().getLast()).click();
    click("retry");
    find(TextArea.class).single().setValue("more memory");
    click("confirm");

    assertThat(pipeline.requests("POST /runs/" + RUN + "/steps/train/retry"))
        .extracting(PipelineDouble.Request::body)
        .containsExactly("{\"reason\":\"more memory\"}");
  }

  @Test
  void runThatGoesOnTellsFirstWhatItReuses() {
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
    assertThat(text(find(RunDetails.class).single()))
        .contains(PipelineFixtures.OTHER_RUN.toString());
  }

  @Test
  void succeededRunOffersNothingToGoOnFrom() {
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

    assertThat(text(find(RunView.class).single())).contains("No such run");
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
        .contains(
            "Exécution du 21 nov. 2026", "En cours, 24\u00a0%", "Ce qu’elle fait", "Au travail");
  }

  private void open(String run) {
    PipelineFixtures.run(pipeline, RUN, run);
    navigate(RunView.class, RUN.toString());
  }

  private List<StepBar> bars() {
    return find(StepBar.class).all();
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
