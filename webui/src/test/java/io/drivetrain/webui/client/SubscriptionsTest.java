package io.drivetrain.webui.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.drivetrain.webui.ServiceDoublesResource;
import io.drivetrain.webui.client.Subscriptions.LogPart;
import io.drivetrain.webui.client.Subscriptions.Subscription;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class SubscriptionsTest {
  private static final UUID RUN = PipelineFixtures.RUN;
  private static final String EVENTS = "/runs/" + RUN + "/events";

  private final AtomicInteger news = new AtomicInteger();

  @Inject Subscriptions subscriptions;
  PipelineDouble pipeline;

  @BeforeEach
  void forget() {
    pipeline.forget();
  }

  @Test
  void everyEventIsNewsUntilTheRunHasEnded() {
    EventStreamDouble events = pipeline.events(EVENTS).send("run", 1, "{}").send("step", 2, "{}");

    try (Subscription _ = subscriptions.toRun(RUN, news::incrementAndGet)) {
      await().untilAsserted(() -> assertThat(news).hasValue(2));
      events.end();

      await().untilAsserted(() -> assertThat(news).hasValue(3));
      assertThat(events.connections()).containsExactly("0");
    }
  }

  @Test
  void brokenStreamGoesOnAfterTheLastKnownEvent() {
    EventStreamDouble events = pipeline.events(EVENTS).send("run", 1, "{}");

    try (Subscription _ = subscriptions.toRun(RUN, news::incrementAndGet)) {
      await().untilAsserted(() -> assertThat(news).hasValue(1));
      events.close();
      await().until(() -> events.connections().size() > 1);
      events.send("step", 2, "{}");

      await().untilAsserted(() -> assertThat(news).hasValue(2));
      assertThat(events.connections()).startsWith("0", "1");
    }
  }

  @Test
  void eventWithoutIdIsNewsAndKeepsThePlace() {
    EventStreamDouble events =
        pipeline.events(EVENTS).send("run", 1, "{}").send("progress", 0, "{}");

    try (Subscription _ = subscriptions.toRun(RUN, news::incrementAndGet)) {
      await().untilAsserted(() -> assertThat(news).hasValue(2));
      events.close();
      await().until(() -> events.connections().size() > 1);

      assertThat(events.connections()).startsWith("0", "1");
    }
  }

  @Test
  void changeOfAnyRunIsNewsAndSoIsEachConnection() {
    EventStreamDouble events = pipeline.events("/events").send("connected", 0, "{}");

    try (Subscription _ = subscriptions.toRuns(news::incrementAndGet)) {
      await().untilAsserted(() -> assertThat(news).hasValue(1));
      events.send("run", 0, "{}");

      await().untilAsserted(() -> assertThat(news).hasValue(2));
      events.close();

      await().untilAsserted(() -> assertThat(news).hasValue(4));
    }
  }

  @Test
  void refusedStreamIsNotAskedForAgain() {
    pipeline.on("GET " + EVENTS, 404, "application/problem+json", "{\"status\": 404}");

    try (Subscription _ = subscriptions.toRun(RUN, news::incrementAndGet)) {
      await().until(() -> !pipeline.requests("GET " + EVENTS).isEmpty());
      await().during(Duration.ofMillis(200)).until(() -> true);

      assertThat(pipeline.requests("GET " + EVENTS)).hasSize(1);
    }
  }

  @Test
  void closedSubscriptionSaysNothingMore() {
    EventStreamDouble events = pipeline.events(EVENTS).send("run", 1, "{}");
    Subscription subscription = subscriptions.toRun(RUN, news::incrementAndGet);
    await().untilAsserted(() -> assertThat(news).hasValue(1));

    subscription.close();
    events.send("step", 2, "{}");

    await().during(Duration.ofMillis(200)).until(() -> news.get() == 1);
  }

  @Test
  void logComesInWholeLinesWithItsPlace() {
    List<LogPart> parts = new CopyOnWriteArrayList<>();
    PipelineFixtures.log(pipeline, 1).send("log", 8, "one\ntwo").end();

    try (Subscription _ =
        subscriptions.toLog(RUN, "train", 1, 0, parts::add, news::incrementAndGet)) {
      await().untilAsserted(() -> assertThat(news).hasValue(1));

      assertThat(parts).containsExactly(new LogPart("one\ntwo\n", 8));
    }
  }
}
