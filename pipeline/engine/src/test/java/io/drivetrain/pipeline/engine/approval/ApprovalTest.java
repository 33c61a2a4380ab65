package io.drivetrain.pipeline.engine.approval;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.database.Database;
import io.drivetrain.pipeline.engine.Documents;
import io.drivetrain.pipeline.engine.PipelineTest;
import io.drivetrain.pipeline.engine.Pipelines;
import io.drivetrain.pipeline.engine.Script;
import io.drivetrain.pipeline.engine.outbox.OutboxService;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pipeline "approved" asks a person between its two steps, and reports. */
@PipelineTest
@Timeout(60)
class ApprovalTest {
  private static final String BY_ANA = "{\"reason\":\"looks right\",\"by\":\"ana\"}";

  @Inject Script script;
  @Inject Database database;
  @Inject OutboxService outbox;
  @Inject MockMailbox mailbox;

  @BeforeEach
  void everyStepSucceeds() {
    script.clear();
  }

  @Test
  void waitsForAPersonAndHoldsNoWorker() {
    String id = waiting("approved");

    JsonPath run = Pipelines.show(id);
    List<String> held =
        database.query(
            row -> row.text("step"),
            "select step from step_run where run_id = ? and (owner is not null or lease_until is not null)",
            UUID.fromString(id));
    String ready = given().get("/health/ready").jsonPath().getString("status");
    Pipelines.act(id, "/reject", BY_ANA);
    Pipelines.ended(id);

    assertThat(run.getString("message")).isEqualTo("approve: Is the model good enough?");
    assertThat(run.getList("steps.state"))
        .containsExactly("SUCCEEDED", "WAITING_APPROVAL", "PENDING", "PENDING");
    assertThat(run.getString("steps[1].approval.message")).isEqualTo("Is the model good enough?");
    Instant since = Instant.parse(run.getString("steps[1].startedAt"));
    Instant until = Instant.parse(run.getString("steps[1].approval.expiresAt"));
    assertThat(Duration.between(since, until)).isEqualTo(Duration.ofDays(3));
    assertThat(run.getMap("steps[0]")).doesNotContainEntry("approval", Map.of());
    assertThat(held).isEmpty();
    assertThat(ready).isEqualTo("UP");
  }

  @Test
  void goesOnWhenAPersonApproves() {
    String id = waiting("approved");

    Response approved = Pipelines.act(id, "/approve", BY_ANA);
    JsonPath run = Pipelines.ended(id);

    assertThat(approved.statusCode()).isEqualTo(202);
    assertThat(approved.jsonPath().getString("state")).isNotEqualTo("WAITING_APPROVAL");
    assertThat(run.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(run.getString("message")).isNull();
    assertThat(run.getList("steps.state"))
        .containsExactly("SUCCEEDED", "SUCCEEDED", "SUCCEEDED", "SUCCEEDED");
    Map<String, Object> output = run.getMap("steps[1].output");
    assertThat(output)
        .containsEntry("approved", true)
        .containsEntry("by", "ana")
        .containsEntry("reason", "looks right")
        .containsOnlyKeys("approved", "by", "reason", "decidedAt");
    assertThat(Instant.parse((String) output.get("decidedAt")))
        .isEqualTo(Instant.parse(run.getString("steps[1].endedAt")));
    assertThat(run.getString("steps[1].message")).isEqualTo("Approved by ana: looks right");
    assertThat(run.<Object>get("steps[1].approval")).isNull();
  }

  @Test
  void handsTheDecisionToTheStepsBehind() {
    CompletableFuture<Map<String, Object>> seen = new CompletableFuture<>();
    script.on(
        "second",
        context -> {
          seen.complete(Documents.values(context.outputs()).get("approve"));
          return new StepResult.Succeeded();
        });
    String id = waiting("approved");

    Pipelines.act(id, "/approve", "{\"reason\":\"fine\",\"step\":\"approve\"}");
    Pipelines.ended(id);

    assertThat(seen.join())
        .containsEntry("approved", true)
        .containsEntry("reason", "fine")
        .doesNotContainKey("by");
  }

  @Test
  void endsRejectedAfterItsReportWhenAPersonRejects() {
    String id = waiting("approved");

    Response rejected =
        Pipelines.act(id, "/reject", "{\"reason\":\"dearer than last week\",\"by\":\"bo\"}");
    JsonPath run = Pipelines.ended(id);

    assertThat(rejected.statusCode()).isEqualTo(202);
    assertThat(run.getString("state")).isEqualTo("REJECTED");
    assertThat(run.getString("reason")).isEqualTo("USER");
    assertThat(run.getString("message"))
        .isEqualTo("approve: Rejected by bo: dearer than last week");
    assertThat(run.getList("steps.state"))
        .containsExactly("SUCCEEDED", "REJECTED", "SKIPPED", "SUCCEEDED");
    assertThat(run.getBoolean("steps[1].output.approved")).isFalse();
  }

  @Test
  void endsTimedOutWhenNobodyDecides() {
    JsonPath run = Pipelines.ended(Pipelines.trigger("impatient", "{}").path("id"));

    assertThat(run.getString("state")).isEqualTo("TIMED_OUT");
    assertThat(run.getString("reason")).isEqualTo("DEADLINE");
    assertThat(run.getString("message"))
        .isEqualTo("approve: Nobody approved or rejected this step before its timeout.");
    assertThat(run.getList("steps.state")).containsExactly("TIMED_OUT", "SUCCEEDED");
  }

  @Test
  void asksAgainWhenAStepThatNobodyDecidedIsRetried() {
    String id = Pipelines.trigger("impatient", "{}").path("id");
    Pipelines.ended(id);

    Pipelines.act(id, "/steps/approve/retry", "{\"reason\":\"back from lunch\"}");
    Pipelines.ended(id);

    assertThat(eventsOf(id, "approve"))
        .containsExactly(
            "WAITING_APPROVAL", "TIMED_OUT", "PENDING", "WAITING_APPROVAL", "TIMED_OUT");
  }

  @Test
  void tellsTheSlowerOfTwoPeopleWhoDecided() {
    String id = waiting("approved");
    Pipelines.act(id, "/reject", "{\"reason\":\"no\",\"by\":\"bo\"}");
    String decidedAt = Pipelines.show(id).getString("steps[1].output.decidedAt");

    Response late = Pipelines.act(id, "/approve", BY_ANA);

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.jsonPath().getString("code")).isEqualTo("decided_already");
    assertThat(late.jsonPath().getString("detail"))
        .isEqualTo("Step approve was decided at " + decidedAt + ": Rejected by bo: no");
    assertThat(Pipelines.ended(id).getString("state")).isEqualTo("REJECTED");
  }

  @Test
  void takesOneDecisionOfManyAtOnce() {
    String id = waiting("approved");

    List<CompletableFuture<Integer>> answers =
        IntStream.range(0, 12)
            .mapToObj(i ->
                CompletableFuture.supplyAsync(() ->
                    Pipelines.act(
                            id,
                            i % 2 == 0 ? "/approve" : "/reject",
                            "{\"reason\":\"%d\",\"by\":\"person %d\"}".formatted(i, i))
                        .statusCode()))
            .toList();
    List<Integer> codes = answers.stream().map(CompletableFuture::join).sorted().toList();
    JsonPath run = Pipelines.ended(id);

    assertThat(codes.getFirst()).isEqualTo(202);
    assertThat(codes.subList(1, 12)).containsOnly(409);
    assertThat(run.getString("state"))
        .isEqualTo(run.getBoolean("steps[1].output.approved") ? "SUCCEEDED" : "REJECTED");
    assertThat(eventsOf(id, "approve"))
        .containsExactly("WAITING_APPROVAL", run.getString("steps[1].state"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "| A decision needs a 'reason'.",
        "{} | A decision needs a 'reason'.",
        "{\"reason\":\"  \"} | A decision needs a 'reason'.",
        "{\"reason\":\"a\\u0000b\"} | 'reason' may have at most 1000 characters, and no NUL.",
        "{\"reason\":\"r\",\"by\":\"a\\u0000b\"} | 'by' may have at most 200 characters, and no NUL.",
        "{\"reason\":\"r\",\"who\":\"ana\"} | 'who' is not a known field. Known fields: by, reason, step.",
        "reason | The body is not JSON: line 1, column 1: expected a value; text stands in double quotes."
      })
  void saysWhatIsWrongWithARequest(String body, String detail) {
    Response refused =
        Pipelines.act(UUID.randomUUID().toString(), "/approve", body == null ? "" : body);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("detail")).isEqualTo(detail);
  }

  @Test
  void knowsNoOtherRunsAndSteps() {
    String id = waiting("approved");

    Response run = Pipelines.act(UUID.randomUUID().toString(), "/approve", BY_ANA);
    Response step = Pipelines.act(id, "/approve", "{\"reason\":\"r\",\"step\":\"evaluate\"}");
    Pipelines.act(id, "/approve", BY_ANA);
    Pipelines.ended(id);

    assertThat(run.statusCode()).isEqualTo(404);
    assertThat(step.statusCode()).isEqualTo(404);
    assertThat(step.jsonPath().getString("detail"))
        .isEqualTo("There is no approval step 'evaluate'.");
  }

  @Test
  void refusesADecisionThatNobodyAskedFor() {
    Script.Hold evaluation = script.hold("first");
    String id = Pipelines.trigger("approved", "{}").path("id");
    Response early = Pipelines.act(id, "/approve", "{\"reason\":\"r\",\"step\":\"approve\"}");
    Response unnamed = Pipelines.act(id, "/approve", BY_ANA);
    evaluation.letGo();
    until(id, "WAITING_APPROVAL");
    Pipelines.act(id, "/cancel", "{\"reason\":\"enough\"}");
    Response late = Pipelines.act(id, "/approve", BY_ANA);

    assertThat(List.of(early.statusCode(), unnamed.statusCode(), late.statusCode()))
        .containsOnly(409);
    assertThat(early.jsonPath().getString("code")).isEqualTo("waits_for_nobody");
    assertThat(early.jsonPath().getString("detail"))
        .isEqualTo("Step approve is not waiting for a decision: it is PENDING.");
    assertThat(unnamed.jsonPath().getString("detail"))
        .isEqualTo("Run " + id + " is not waiting for a decision: it is RUNNING.");
    assertThat(late.jsonPath().getString("detail"))
        .isEqualTo(
            "Step approve is not waiting for a decision: it is CANCELLED: Cancelled: enough");
  }

  @Test
  void cancelsARunThatWaits() {
    String id = waiting("approved");

    Pipelines.act(id, "/cancel", "{\"reason\":\"enough\"}");
    JsonPath run = Pipelines.ended(id);

    assertThat(run.getString("state")).isEqualTo("CANCELLED");
    assertThat(run.getString("message")).isEqualTo("Cancelled: enough");
    assertThat(run.getList("steps.state"))
        .containsExactly("SUCCEEDED", "CANCELLED", "CANCELLED", "SUCCEEDED");
  }

  @Test
  void holdsTheDeadlineOfARunThatWaits() {
    String id = waiting("approved");

    database.update(
        "update pipeline_run set deadline = clock_timestamp() where id = ?", UUID.fromString(id));
    JsonPath run = Pipelines.ended(id);

    assertThat(run.getString("state")).isEqualTo("TIMED_OUT");
    assertThat(run.getString("message"))
        .isEqualTo("The run exceeded the deadline of its definition.");
    assertThat(run.getString("steps[1].state")).isEqualTo("CANCELLED");
  }

  @Test
  void letsOthersQueueBehindAndSaysWhy() {
    String id = waiting("approved");
    String next = Pipelines.trigger("approved", "{}").path("id");

    JsonPath why = given().get("/api/v1/runs/" + id + "/why").jsonPath();
    JsonPath whyNext = given().get("/api/v1/runs/" + next + "/why").jsonPath();
    JsonPath list = given().get("/api/v1/runs?state=WAITING_APPROVAL").jsonPath();
    Instant since = Instant.parse(Pipelines.show(id).getString("steps[1].startedAt"));
    Pipelines.act(next, "/cancel", "{}");
    Pipelines.act(id, "/approve", BY_ANA);
    Pipelines.ended(id);

    assertThat(why.getString("state")).isEqualTo("WAITING_APPROVAL");
    assertThat(why.getList("reasons.code"))
        .containsExactly("WAITING_APPROVAL", "UPSTREAM", "UPSTREAM");
    assertThat(why.getString("reasons[0].message"))
        .isEqualTo("Waiting for approval since " + since + ": Is the model good enough?");
    assertThat(Instant.parse(why.getString("reasons[0].until")))
        .isEqualTo(since.plus(Duration.ofDays(3)));
    assertThat(whyNext.getString("reasons[0].message"))
        .isEqualTo("Run " + id + " of pipeline 'approved' is waiting for approval");
    assertThat(list.getList("runs.id")).contains(id);
  }

  @Test
  void givesWayToARunThatReplacesIt() {
    String first = Pipelines.trigger("replaced", "{}").path("id");
    until(first, "WAITING_APPROVAL");

    String second = Pipelines.trigger("replaced", "{}").path("id");
    JsonPath replaced = Pipelines.ended(first);
    until(second, "WAITING_APPROVAL");
    Pipelines.act(second, "/approve", BY_ANA);

    assertThat(replaced.getString("state")).isEqualTo("CANCELLED");
    assertThat(replaced.getString("message"))
        .isEqualTo("Cancelled: replaced by run " + second + ".");
    assertThat(Pipelines.ended(second).getString("state")).isEqualTo("SUCCEEDED");
  }

  @Test
  void isNotWaitingWhileAnotherBranchIsAtWork() throws InterruptedException {
    Script.Hold measurement = script.hold("first");
    String id = Pipelines.trigger("replaced", "{}").path("id");
    measurement.await();
    JsonPath busy = Pipelines.show(id);
    measurement.letGo();
    until(id, "WAITING_APPROVAL");
    JsonPath waits = Pipelines.show(id);
    Pipelines.act(id, "/approve", BY_ANA);
    JsonPath ended = Pipelines.ended(id);

    assertThat(busy.getString("state")).isEqualTo("RUNNING");
    assertThat(busy.getList("steps.state"))
        .containsExactly("WAITING_APPROVAL", "RUNNING", "PENDING");
    assertThat(waits.getList("steps.state"))
        .containsExactly("WAITING_APPROVAL", "SUCCEEDED", "PENDING");
    assertThat(ended.getString("state")).isEqualTo("SUCCEEDED");
  }

  @Test
  void asksForTheStepWhereSeveralWait() {
    String id = Pipelines.trigger("two_people", "{}").path("id");
    until(id, "WAITING_APPROVAL");

    String both = Pipelines.show(id).getString("message");
    Response unclear = Pipelines.act(id, "/approve", BY_ANA);
    Pipelines.act(id, "/approve", "{\"reason\":\"r\",\"step\":\"science\"}");
    JsonPath between = Pipelines.show(id);
    Pipelines.act(id, "/approve", BY_ANA);
    JsonPath run = Pipelines.ended(id);

    assertThat(unclear.statusCode()).isEqualTo(400);
    assertThat(unclear.jsonPath().getString("detail"))
        .isEqualTo(
            "Several steps are waiting for a decision. Name one of them in 'step': science, legal.");
    assertThat(both).isEqualTo("science: Is it good? | legal: Is it allowed?");
    assertThat(between.getString("state")).isEqualTo("WAITING_APPROVAL");
    assertThat(between.getString("message")).isEqualTo("legal: Is it allowed?");
    assertThat(run.getString("state")).isEqualTo("SUCCEEDED");
  }

  @Test
  void tellsTheStateOfTheRunInItsEvents() {
    String id = waiting("approved");
    Pipelines.act(id, "/approve", BY_ANA);
    Pipelines.ended(id);

    assertThat(
            database.query(
                row ->
                    Stream.of(row.text("step"), row.text("state"))
                        .map(text -> text == null ? "run" : text)
                        .toList(),
                "select step, state from run_event where run_id = ? order by seq limit 8",
                UUID.fromString(id)))
        .containsExactly(
            List.of("run", "QUEUED"),
            List.of("run", "RUNNING"),
            List.of("evaluate", "RUNNING"),
            List.of("evaluate", "SUCCEEDED"),
            List.of("approve", "WAITING_APPROVAL"),
            List.of("run", "WAITING_APPROVAL"),
            List.of("approve", "SUCCEEDED"),
            List.of("promote", "READY"));
  }

  @Test
  void mailsThatAPersonIsAsked() {
    outbox.empty();
    mailbox.clear();
    String id = waiting("approved");

    outbox.empty();
    Pipelines.act(id, "/approve", BY_ANA);
    Pipelines.ended(id);
    outbox.empty();

    List<Mail> mails = mailbox.getMailsSentTo("a@example.org");
    assertThat(mails).hasSize(1);
    assertThat(mails.getFirst().getSubject()).isEqualTo("approved: WAITING_APPROVAL");
    assertThat(mails.getFirst().getText())
        .contains("Run " + id + " of approved is waiting for approval.")
        .contains("approve: Is the model good enough?");
  }

  @Test
  void mailsNobodyAboutWhatIsDecidedAlready() {
    outbox.empty();
    mailbox.clear();
    String id = waiting("approved");
    Pipelines.act(id, "/approve", BY_ANA);
    Pipelines.ended(id);

    outbox.empty();

    assertThat(mailbox.getTotalMessagesSent()).isZero();
  }

  @Test
  void measuresHowLongPeopleTook() {
    String id = waiting("approved");
    Pipelines.act(id, "/approve", BY_ANA);
    Pipelines.ended(id);

    assertThat(given().get("/metrics").asString())
        .contains("drivetrain_pipeline_approvals_seconds_count{outcome=\"SUCCEEDED\"}")
        .contains("drivetrain_pipeline_approvals_waiting ")
        .contains("drivetrain_pipeline_approvals_waiting_oldest_seconds ");
  }

  private List<String> eventsOf(String id, String step) {
    return database.query(
        row -> row.text("state"),
        "select state from run_event where run_id = ? and step = ? order by seq",
        UUID.fromString(id),
        step);
  }

  private static String waiting(String pipeline) {
    String id = Pipelines.trigger(pipeline, "{}").path("id");
    until(id, "WAITING_APPROVAL");
    return id;
  }

  private static void until(String id, String state) {
    while (!Pipelines.show(id).getString("state").equals(state)) {
      Thread.onSpinWait();
    }
  }
}
