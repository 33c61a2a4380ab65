package io.drivetrain.pipeline.engine.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drivetrain.database.Database;
import io.drivetrain.pipeline.engine.PipelineTest;
import io.drivetrain.pipeline.engine.Pipelines;
import io.drivetrain.pipeline.engine.Script;
import io.drivetrain.pipeline.engine.lineage.LineageConfig;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pipeline "scripted" tells team of runs that failed or were rejected. */
@PipelineTest
class OutboxTest {
  @Inject Script script;
  @Inject Database database;
  @Inject OutboxService outbox;
  @Inject MockMailbox mailbox;
  @Inject LineageConfig lineage;
  @Inject ObjectMapper json;

  @BeforeEach
  void everyStepSucceedsAndAllIsTold() {
    script.clear();
    outbox.empty();
    mailbox.clear();
  }

  @Test
  void mailsThatARunFailed() {
    script.on("first", context -> new StepResult.Failed("the file is empty"));
    String id = Pipelines.triggered();
    Pipelines.ended(id);

    outbox.empty();
    outbox.empty();

    List<Mail> mails = mailbox.getMailsSentTo("a@example.org");
    assertThat(mails).hasSize(1);
    assertThat(mails.getFirst().getTo()).containsExactly("a@example.org", "b@example.org");
    assertThat(mails.getFirst().getSubject()).isEqualTo("scripted: FAILED");
    assertThat(mails.getFirst().getText())
        .contains("Run " + id + " of scripted ended as FAILED.")
        .contains("first_step: the file is empty");
  }

  @Test
  void saysNothingOfARunThatSucceeded() {
    Pipelines.ended(Pipelines.triggered());

    outbox.empty();

    assertThat(mailbox.getTotalMessagesSent()).isZero();
    assertThat(waiting()).isZero();
  }

  @Test
  void tellsTheLineageOfARunAndOfEachTry() throws IOException {
    script.on(
        "second",
        context -> {
          if (context.attempt() == 1) {
            throw new IllegalStateException("connection reset");
          }
          return Script.succeeded(
              Map.of(
                  "data",
                  "cars.csv",
                  "dataHash",
                  "ab12",
                  "mlflowRunId",
                  "r1",
                  "modelPath",
                  "model-2",
                  "modelVersion",
                  "7"));
        });
    String id = Pipelines.triggered();
    Pipelines.ended(id);

    outbox.empty();

    List<JsonNode> events = lineageOf(id);
    assertThat(events)
        .extracting(event -> event.at("/job/name").asText() + " " + event.at("/eventType").asText())
        .containsExactlyInAnyOrder(
            "scripted START",
            "scripted.first_step START",
            "scripted.first_step COMPLETE",
            "scripted.second_step START",
            "scripted.second_step FAIL",
            "scripted.second_step START",
            "scripted.second_step COMPLETE",
            "scripted.last_step START",
            "scripted.last_step COMPLETE",
            "scripted.report START",
            "scripted.report COMPLETE",
            "scripted COMPLETE");
    JsonNode end = events.getLast();
    assertThat(end.at("/run/runId").asText()).isEqualTo(id);
    assertThat(end.at("/inputs/0/name").asText()).isEqualTo("cars.csv");
    assertThat(end.at("/inputs/0/facets/version/datasetVersion").asText()).isEqualTo("ab12");
    assertThat(end.at("/outputs/0/name").asText()).isEqualTo("runs:/r1/model-2");
    assertThat(end.at("/outputs/0/facets/version/datasetVersion").asText()).isEqualTo("7");
    assertThat(events.get(1).at("/run/facets/parent/run/runId").asText()).isEqualTo(id);
    assertThat(events.stream().map(event -> event.at("/run/runId").asText()).distinct()).hasSize(6);
  }

  @Test
  void tellsHowARunEndedWhenItHasEndedForGood() throws IOException, InterruptedException {
    script.on("first", context -> new StepResult.Failed("the file is empty"));
    String id = Pipelines.triggered();
    Pipelines.ended(id);
    Script.Hold held = script.hold("first");
    Pipelines.act(id, "/steps/first_step/retry", "{\"reason\":\"a new file\"}");
    held.await();

    outbox.empty();
    List<String> ofTheRetried = eventsOfTheRun(id);
    held.letGo();
    Pipelines.ended(id);
    outbox.empty();

    assertThat(ofTheRetried).containsExactly("START");
    assertThat(eventsOfTheRun(id)).containsExactly("START", "COMPLETE");
    assertThat(mailbox.getTotalMessagesSent()).isZero();
  }

  @Test
  void aRejectedRunIsACompleteOneWithAFailedAssertion() throws IOException {
    script.on("first", context -> new StepResult.Rejected("too few rows"));
    String id = Pipelines.triggered();
    Pipelines.ended(id);

    outbox.empty();

    JsonNode step =
        lineageOf(id).stream()
            .filter(event -> event.at("/job/name").asText().equals("scripted.first_step"))
            .toList()
            .getLast();
    assertThat(step.at("/eventType").asText()).isEqualTo("COMPLETE");
    assertThat(
            step.at("/inputs/0/inputFacets/dataQualityAssertions/assertions/0/assertion").asText())
        .isEqualTo("first_step");
    assertThat(
            step.at("/inputs/0/inputFacets/dataQualityAssertions/assertions/0/success")
                .asBoolean(true))
        .isFalse();
    assertThat(lineageOf(id).getLast().at("/eventType").asText()).isEqualTo("COMPLETE");
  }

  @Test
  void triesAgainLaterWhatWasNotDelivered() {
    database.update(
        """
        insert into outbox_message (channel, target, subject, payload)
        values ('webhook', 'gone', gen_random_uuid(), '{"event":"run.failed"}')
        """);

    outbox.empty();
    outbox.empty();

    List<String> left =
        database.query(
            row -> row.integer("attempts") + " " + row.text("error"),
            "select attempts, error from outbox_message where target = 'gone' and due_at > now()");
    assertThat(left).containsExactly("1 the target is not configured any more");
  }

  @Test
  void givesUpAfterTheLastTry() {
    database.update(
        """
        insert into outbox_message (channel, target, subject, payload, attempts)
        values ('webhook', 'given up', gen_random_uuid(), '{"event":"run.failed"}', 9)
        """);

    outbox.empty();

    List<Integer> left =
        database.query(
            row -> row.integer("attempts"),
            "select attempts from outbox_message where target = 'given up' and given_up_at is not null");
    assertThat(left).containsExactly(10);
  }

  private List<String> eventsOfTheRun(String id) throws IOException {
    return lineageOf(id).stream()
        .filter(event -> event.at("/job/name").asText().equals("scripted"))
        .map(event -> event.at("/eventType").asText())
        .toList();
  }

  private int waiting() {
    return database.query(row -> row.uuid("run_id"), "select run_id from outbox_event").size();
  }

  private List<JsonNode> lineageOf(String runId) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (String line : Files.readAllLines(lineage.file().orElseThrow())) {
      JsonNode event = json.readTree(line);
      if (event.at("/run/runId").asText().equals(runId)
          || event.at("/run/facets/parent/run/runId").asText().equals(runId)) {
        events.add(event);
      }
    }
    return events;
  }
}
