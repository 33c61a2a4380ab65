package io.drivetrain.registry.webhook;

import static io.drivetrain.registry.Mlflow.delete;
import static io.drivetrain.registry.Mlflow.get;
import static io.drivetrain.registry.Mlflow.moveToStage;
import static io.drivetrain.registry.Mlflow.newModel;
import static io.drivetrain.registry.Mlflow.newRun;
import static io.drivetrain.registry.Mlflow.newVersion;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.patch;
import static io.drivetrain.registry.Mlflow.post;
import static io.drivetrain.registry.Mlflow.refused;
import static io.drivetrain.registry.audit.Action.MODEL_CREATED;
import static io.drivetrain.registry.audit.Action.VERSION_CREATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.drivetrain.database.Database;
import io.drivetrain.registry.Mlflow;
import io.drivetrain.registry.RegistryTest;
import io.drivetrain.registry.audit.Action;
import io.drivetrain.registry.audit.AuditTrail;
import io.drivetrain.registry.audit.Change;
import io.drivetrain.registry.audit.Subject;
import io.drivetrain.registry.audit.Subject.OfModel;
import io.drivetrain.registry.audit.Subject.OfVersion;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RegistryTest
class WebhookTest {
  @Inject Database database;
  @Inject AuditTrail trail;

  @AfterEach
  void deleteAll() {
    database.update("delete from webhook");
    database.update("delete from outbox_message");
  }

  @Test
  void keepsAWebhookButNeverTellsItsSecret() throws Exception {
    try (var receiver = new Receiver(200)) {
      var id = create(receiver, "hush", "MODEL_VERSION.CREATED");

      var found = get("webhooks/" + id, Map.of());
      assertThat(found.asString()).doesNotContain("hush").doesNotContain("secret");
      assertThat(ok(found).getString("webhook.events[0].entity")).isEqualTo("MODEL_VERSION");
      assertThat(ok(found).getString("webhook.status")).isEqualTo("ACTIVE");
      var stored =
          database.find(row -> row.bytes("secret"), "select secret from webhook").orElseThrow();
      assertThat(new String(stored)).doesNotContain("hush");

      ok(patch("webhooks/" + id, Map.of("name", "renamed", "status", "DISABLED")));
      var changed = ok(get("webhooks/" + id, Map.of()));
      assertThat(changed.getString("webhook.name")).isEqualTo("renamed");
      assertThat(changed.getString("webhook.status")).isEqualTo("DISABLED");
      assertThat(changed.getString("webhook.url")).isEqualTo(receiver.url());

      ok(delete("webhooks/" + id, Map.of()));
      refused(get("webhooks/" + id, Map.of()), 404, "RESOURCE_DOES_NOT_EXIST");
      refused(delete("webhooks/" + id, Map.of()), 404, "RESOURCE_DOES_NOT_EXIST");
    }
  }

  @Test
  void pagesTheNewestFirst() throws Exception {
    try (var receiver = new Receiver(200)) {
      var ids = new ArrayList<String>();
      for (int i = 0; i < 3; i++) {
        ids.addFirst(create(receiver, "", "RUN.FINISHED"));
      }

      var first = ok(get("webhooks", Map.of("max_results", 2)));
      var token = first.getString("next_page_token");
      var second = ok(get("webhooks", Map.of("max_results", 2, "page_token", token)));

      assertThat(first.getList("webhooks.webhook_id")).isEqualTo(ids.subList(0, 2));
      assertThat(second.getList("webhooks.webhook_id")).isEqualTo(ids.subList(2, 3));
      assertThat(second.getString("next_page_token")).isNull();
    }
  }

  @Test
  void tellsOfANewVersionWithASignature() throws Exception {
    var name = newModel();
    try (var receiver = new Receiver(200)) {
      create(receiver, "hush", "MODEL_VERSION.CREATED");

      newVersion(name);

      await().until(() -> receiver.received().size() == 1);
      var message = receiver.received().getFirst();
      assertThat(message.json().getString("entity")).isEqualTo("model_version");
      assertThat(message.json().getString("action")).isEqualTo("created");
      assertThat(message.json().getMap("data"))
          .isEqualTo(
              Map.of(
                  "name",
                  name,
                  "version",
                  "1",
                  "source",
                  "mlflow-artifacts:/0/some/artifacts/model",
                  "run_id",
                  "",
                  "tags",
                  Map.of(),
                  "description",
                  ""));
      assertThat(message.signature())
          .isEqualTo(
              MlflowSignature.of(
                  "hush",
                  message.deliveryId(),
                  Long.parseLong(message.timestamp()),
                  message.body()));
    }
  }

  @Test
  void tellsOfStagesAliasesFinishedRunsAndDeletions() throws Exception {
    var name = newModel();
    newVersion(name);
    var run = newRun();
    try (var receiver = new Receiver(200)) {
      create(
          receiver,
          "",
          "MODEL_VERSION_STAGE.UPDATED",
          "MODEL_VERSION_ALIAS.CREATED",
          "MODEL_VERSION_ALIAS.DELETED",
          "MODEL_VERSION.DELETED",
          "REGISTERED_MODEL.DELETED",
          "RUN.FINISHED",
          "RUN.DELETED");

      ok(moveToStage(name, "1", "Staging"));
      ok(post("registered-models/alias", Map.of("name", name, "alias", "best", "version", "1")));
      ok(delete("model-versions/delete", Map.of("name", name, "version", "1")));
      ok(delete("registered-models/delete", Map.of("name", name)));
      ok(post("runs/update", Map.of("run_id", run, "status", "FAILED", "end_time", 5)));
      ok(post("runs/delete", Map.of("run_id", run)));

      await().until(() -> receiver.received().size() == 7);
      assertThat(data(receiver, "model_version_stage", "updated"))
          .containsEntry("from_stage", "None")
          .containsEntry("to_stage", "Staging");
      assertThat(data(receiver, "model_version_alias", "created"))
          .isEqualTo(Map.of("name", name, "alias", "best", "version", "1"));
      assertThat(data(receiver, "model_version_alias", "deleted"))
          .isEqualTo(Map.of("name", name, "alias", "best"));
      assertThat(data(receiver, "model_version", "deleted"))
          .isEqualTo(Map.of("name", name, "version", "1"));
      assertThat(data(receiver, "registered_model", "deleted")).isEqualTo(Map.of("name", name));
      assertThat(data(receiver, "run", "finished"))
          .isEqualTo(Map.of("run_id", run, "experiment_id", "0", "status", "FAILED"));
      assertThat(data(receiver, "run", "deleted"))
          .isEqualTo(Map.of("run_id", run, "experiment_id", "0"));
      assertThat(receiver.received()).allMatch(message -> message.signature() == null);
    }
  }

  private static Map<String, Object> data(Receiver receiver, String entity, String action) {
    return receiver.received().stream()
        .map(Receiver.Received::json)
        .filter(json -> json.getString("entity").equals(entity))
        .filter(json -> json.getString("action").equals(action))
        .map(json -> json.<String, Object>getMap("data"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tellsOfAVersionThatIsGoneAgain() throws Exception {
    try (var receiver = new Receiver(200)) {
      create(receiver, "", "REGISTERED_MODEL.CREATED", "MODEL_VERSION.CREATED");

      var name =
          QuarkusTransaction.requiringNew()
              .call(() -> {
                var gone = Mlflow.unique("gone");
                record(MODEL_CREATED, new OfModel(gone));
                record(VERSION_CREATED, new OfVersion(gone, 1));
                return gone;
              });

      await().until(() -> receiver.received().size() == 2);
      assertThat(data(receiver, "registered_model", "created")).containsEntry("name", name);
      assertThat(data(receiver, "model_version", "created"))
          .containsEntry("version", "1")
          .containsEntry("source", null);
    }
  }

  private void record(Action action, Subject subject) {
    trail.record(Change.of(action, subject));
  }

  @Test
  void triesAgainUnderTheSameIdWhenTheReceiverIsUnwell() throws Exception {
    var run = newRun();
    try (var receiver = new Receiver(503, 429, 200)) {
      create(receiver, "hush", "RUN.DELETED");

      ok(post("runs/delete", Map.of("run_id", run)));

      await().until(() -> receiver.received().size() == 3);
      awaitNothingLeft();
      assertThat(receiver.received().stream().map(Receiver.Received::deliveryId).distinct())
          .hasSize(1);
    }
  }

  @Test
  void givesUpAfterTheLastAttempt() throws Exception {
    var run = newRun();
    try (var receiver = new Receiver(500)) {
      create(receiver, "", "RUN.DELETED");

      ok(post("runs/delete", Map.of("run_id", run)));

      await().until(() -> receiver.received().size() == 3);
      awaitNothingLeft();
      assertThat(receiver.received()).hasSize(3);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 302, 307})
  void takesARefusalOrARedirectForAnAnswer(int status) throws Exception {
    var run = newRun();
    try (var receiver = new Receiver(status)) {
      create(receiver, "", "RUN.DELETED");

      ok(post("runs/delete", Map.of("run_id", run)));

      await().until(() -> !receiver.received().isEmpty());
      awaitNothingLeft();
      assertThat(receiver.received()).hasSize(1);
    }
  }

  private void awaitNothingLeft() {
    await()
        .until(() ->
            database
                .find(
                    row -> row.number(1),
                    "select count(*) from outbox_message where given_up_at is null")
                .orElseThrow()
                .equals(0L));
  }

  @Test
  void triesAWebhookOut() throws Exception {
    try (var receiver = new Receiver(200, 500)) {
      var id = create(receiver, "hush", "MODEL_VERSION_ALIAS.CREATED");

      var good = ok(post("webhooks/" + id + "/test", Map.of()));
      var event = Map.of("event", Map.of("entity", "RUN", "action", "FINISHED"));
      var bad = ok(post("webhooks/" + id + "/test", event));

      assertThat(good.getMap("result"))
          .isEqualTo(Map.of("success", true, "response_status", 200, "response_body", "thank you"));
      assertThat(bad.getBoolean("result.success")).isFalse();
      assertThat(bad.getInt("result.response_status")).isEqualTo(500);
      assertThat(receiver.received().getFirst().json().getString("data.alias"))
          .isEqualTo("example_key");
      assertThat(receiver.received().getLast().json().getString("entity")).isEqualTo("run");
    }
  }

  @Test
  void tellsThatNobodyAnswersATrial() throws Exception {
    String id;
    try (var receiver = new Receiver(200)) {
      id = create(receiver, "", "RUN.FINISHED");
    }

    var result = ok(post("webhooks/" + id + "/test", Map.of()));

    assertThat(result.getBoolean("result.success")).isFalse();
    assertThat(result.getString("result.error_message")).contains("Connection refused");
    assertThat(result.<Object>get("result.response_status")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/",
        "ftp://example.com/",
        "https://",
        "https://user:password@example.com/",
        "https://localhost/",
        "https://127.0.0.2/",
        "https://127.1/",
        "https://2130706433/",
        "https://0.0.0.0/",
        "https://10.0.0.1/",
        "https://172.16.0.1/",
        "https://192.168.0.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://100.64.0.1/",
        "https://[::1]/",
        "https://[::]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/",
        "https://[fd00::1]/",
        "https://[fe80::1]/"
      })
  void refusesToBeSentToTheInnerNetwork(String url) {
    var request =
        Map.of(
            "name",
            "w",
            "url",
            url,
            "events",
            List.of(Map.of("entity", "RUN", "action", "FINISHED")));

    refused(post("webhooks", request), 400, "INVALID_PARAMETER_VALUE");
  }

  @Test
  void refusesNamesAndEventsThatAreNone() throws Exception {
    try (var receiver = new Receiver(200)) {
      var events = List.of(Map.of("entity", "RUN", "action", "FINISHED"));
      for (var name : List.of("", "-a", "a b", "x".repeat(64))) {
        refused(
            post("webhooks", Map.of("name", name, "url", receiver.url(), "events", events)),
            400,
            "INVALID_PARAMETER_VALUE");
      }
      refused(
          post("webhooks", Map.of("name", "w", "url", receiver.url(), "events", List.of())),
          400,
          "INVALID_PARAMETER_VALUE");
      var strange = List.of(Map.of("entity", "RUN", "action", "EXCEEDED"));
      var answer = post("webhooks", Map.of("name", "w", "url", receiver.url(), "events", strange));
      refused(answer, 400, "INVALID_PARAMETER_VALUE");
      assertThat(answer.jsonPath().getString("message"))
          .startsWith("Invalid webhook event 'RUN.EXCEEDED'. There are [REGISTERED_MODEL.CREATED,");
    }
  }

  private static String create(Receiver receiver, String secret, String... events) {
    var list = new ArrayList<Map<String, String>>();
    for (var event : events) {
      var parts = event.split("\\.");
      list.add(Map.of("entity", parts[0], "action", parts[1]));
    }
    return ok(post(
            "webhooks",
            Map.of("name", "w", "url", receiver.url(), "events", list, "secret", secret)))
        .getString("webhook.webhook_id");
  }
}
