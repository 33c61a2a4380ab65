package io.drivetrain.registry.event;

import static io.drivetrain.registry.Mlflow.moveToStage;
import static io.drivetrain.registry.Mlflow.newModel;
import static io.drivetrain.registry.Mlflow.newRun;
import static io.drivetrain.registry.Mlflow.newVersion;
import static io.drivetrain.registry.Mlflow.ok;
import static io.drivetrain.registry.Mlflow.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.drivetrain.database.Database;
import io.drivetrain.registry.RegistryTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

@RegistryTest
class EventTest {
  @TestHTTPResource("/api/v1/events")
  URI events;

  @Inject Database database;

  @Test
  void tellsAListenerWhatHappensWhileItHappens() throws Exception {
    var name = newModel();
    try (var listener = new Listener(URI.create(events + "?model=" + name + "&after=0"))) {
      newVersion(name);
      ok(moveToStage(name, "1", "Staging"));
      ok(post("registered-models/alias", Map.of("name", name, "alias", "best", "version", "1")));

      await().until(() -> listener.valuesOf("data").size() == 4);
      assertThat(listener.valuesOf("event"))
          .containsExactly("MODEL_CREATED", "VERSION_CREATED", "STAGE_MOVED", "ALIAS_MOVED");
      var moved = JsonPath.from(listener.valuesOf("data").get(2));
      assertThat(moved.getString("before")).isEqualTo("None");
      assertThat(moved.getString("after")).isEqualTo("Staging");
      assertThat(moved.getInt("version")).isEqualTo(1);
    }
  }

  @Test
  void goesOnWhereAListenerStopped() throws Exception {
    var run = newRun();
    var uri = URI.create(events + "?run_id=" + run);
    String last;
    try (var listener = new Listener(URI.create(uri + "&after=0"))) {
      await().until(() -> listener.valuesOf("event").equals(List.of("RUN_CREATED")));
      last = listener.valuesOf("id").getFirst();
    }
    ok(post("runs/update", Map.of("run_id", run, "status", "FINISHED", "end_time", 5)));
    ok(post("runs/delete", Map.of("run_id", run)));

    try (var listener = new Listener(uri, "Last-Event-ID", last)) {
      await().until(() -> listener.valuesOf("event").size() == 2);
      assertThat(listener.valuesOf("event")).containsExactly("RUN_ENDED", "RUN_DELETED");
    }
  }

  @Test
  void missesNothingThatIsCommittedLate() throws Exception {
    var early = newRun();
    var written = new CountDownLatch(1);
    var commit = new CountDownLatch(1);
    var slow =
        Thread.ofVirtual()
            .start(() ->
                QuarkusTransaction.requiringNew()
                    .run(() -> {
                      write(early);
                      written.countDown();
                      awaitQuietly(commit);
                    }));
    written.await();
    var late = newRun();
    try (var all = new Listener(URI.create(events + "?after=0&action=RUN_CREATED"));
        var filtered = new Listener(URI.create(events + "?after=0&run_id=" + early))) {
      await().until(() -> all.valuesOf("data").stream().anyMatch(data -> data.contains(late)));
      await().until(() -> filtered.valuesOf("event").equals(List.of("RUN_CREATED")));

      commit.countDown();
      slow.join();

      await().until(() -> filtered.valuesOf("event").contains("RUN_RESTORED"));
    }
  }

  /** As a transaction of a replica does that is held up between its write and its commit. */
  private void write(String run) {
    database.update(
        "insert into audit_trail (at, who, client, action, run) values (now(), 'a', 'b', 'RUN_RESTORED', ?)",
        run);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void showsThatItIsThereWhileNothingHappens() throws Exception {
    try (var listener = new Listener(URI.create(events + "?model=nobody"))) {
      await().until(() -> !listener.comments().isEmpty());
      assertThat(listener.comments().getFirst()).isEqualTo(": still here");
      assertThat(listener.valuesOf("retry")).containsExactly("2000");
    }
  }

  @Test
  void refusesAPlaceThatIsNoNumber() {
    given()
        .header("Last-Event-ID", "x")
        .get("/api/v1/events")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }
}
