package io.drivetrain.registry.client.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.RegistryClientConfig;
import io.drivetrain.registry.client.http.ErrorCode;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.http.SourceHealth;
import io.drivetrain.registry.client.memory.InMemoryRegistry;
import io.drivetrain.registry.client.redis.RedisSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * With a real Redis. Polls are an hour apart and pointers live for an hour: a change that is seen
 * was pushed.
 */
class RedisModelSourceTest {
  private static final ModelUri CHAMPION = ModelUri.parse("models:/cars@champion");
  private static final String GET_MODEL = "GET registered-models/get";
  private static final String KEY = "drivetrain:model:cars";

  @TempDir Path folder;

  private final InMemoryRegistry registry = new InMemoryRegistry("cars");
  private RealRedis redis;
  private RegistryClient client;
  private ModelSource source;

  @BeforeEach
  void open() {
    registry.addVersion(ModelFixtures.withSums(Map.of("MLmodel", "one", "trees.bin", "t1")));
    registry.addVersion(ModelFixtures.withSums(Map.of("MLmodel", "two", "trees.bin", "t1")));
    registry.promote("1");
    redis = new RealRedis(folder);
    client =
        RegistryClient.connect(
            RegistryClientConfig.of(registry.uri())
                .withRedis(longLived(redis.uri()))
                .withPollInterval(Duration.ofHours(1)));
  }

  @AfterEach
  void close() {
    source.close();
    client.close();
    registry.close();
    redis.close();
  }

  @Test
  void asksTheRegistryOnceAndTheNearCacheAfterwards() {
    startLinked();

    for (int i = 0; i < 5; i++) {
      assertThat(champion()).isEqualTo("1");
    }

    assertThat(reads()).isEqualTo(1);
  }

  @Test
  void sharesWhatItReadWithOtherProcesses() {
    startLinked();
    champion();
    try (ModelSource other = ModelSource.open(client)) {
      await().until(() -> other.health().redis().isUp());

      assertThat(other.resolve(CHAMPION).orElseThrow().version()).isEqualTo("1");
    }

    assertThat(reads()).isEqualTo(1);
  }

  @Test
  void seesAChangeThatAnotherConnectionPushes() {
    startLinked();
    assertThat(champion()).isEqualTo("1");

    registry.promote("2");
    redis.pushChange("cars");

    await().until(() -> champion().equals("2"));
  }

  @Test
  void forgetsEverythingWhenRedisIsFlushed() {
    startLinked();
    assertThat(champion()).isEqualTo("1");

    registry.promote("2");
    redis.other().flushall();

    await().until(() -> champion().equals("2"));
  }

  @Test
  void findsByPollingAChangeThatNobodyPushed() {
    startLinked();
    assertThat(champion()).isEqualTo("1");
    List<String> seen = new CopyOnWriteArrayList<>();
    RegistryClientConfig polling = client.config().withPollInterval(Duration.ofMillis(50));
    try (RegistryClient other = RegistryClient.connect(polling);
        ModelSource poller = ModelSource.open(other);
        ModelSource.Watch _ =
            poller.watch(CHAMPION, now -> seen.add(now.orElseThrow().version()))) {
      await().until(() -> seen.equals(List.of("1")));

      registry.promote("2");

      await().until(() -> seen.equals(List.of("1", "2")));
      assertThat(poller.resolve(CHAMPION).orElseThrow().version()).isEqualTo("2");
    }
  }

  @Test
  void letsManyCallersShareOneRead() throws InterruptedException {
    startLinked();
    CountDownLatch slow = new CountDownLatch(1);
    registry.faults().after(GET_MODEL, _ -> awaitQuietly(slow));
    List<String> seen = new CopyOnWriteArrayList<>();
    List<Thread> callers =
        IntStream.range(0, 10)
            .mapToObj(i -> Thread.ofPlatform().start(() -> seen.add(champion())))
            .toList();

    await()
        .until(() ->
            callers.stream().filter(it -> it.getState() == Thread.State.WAITING).count() == 9);
    slow.countDown();
    for (Thread caller : callers) {
      caller.join();
    }

    assertThat(seen).hasSize(10).containsOnly("1");
    assertThat(reads()).isEqualTo(1);
  }

  @Test
  void tellsAWatcherWhatIsPushed() {
    startLinked();
    List<String> seen = new CopyOnWriteArrayList<>();
    try (ModelSource.Watch _ =
        source.watch(CHAMPION, now -> seen.add(now.orElseThrow().version()))) {
      await().until(() -> seen.equals(List.of("1")));

      registry.promote("2");
      redis.pushChange("cars");

      await().until(() -> seen.equals(List.of("1", "2")));
    }
  }

  @Test
  void seesAChangeAfterItsConnectionWasCut() {
    startLinked();
    assertThat(champion()).isEqualTo("1");

    redis.killConnections();
    await().until(() -> !source.health().redis().lastError().isEmpty());
    awaitLinked();
    assertThat(champion()).isEqualTo("1");
    registry.promote("2");
    redis.pushChange("cars");

    await().until(() -> champion().equals("2"));
  }

  @Test
  void missesNoChangeWhileItsConnectionIsCut() {
    startLinked();
    List<String> seen = new CopyOnWriteArrayList<>();
    try (ModelSource.Watch _ =
        source.watch(CHAMPION, now -> seen.add(now.orElseThrow().version()))) {
      await().until(() -> seen.equals(List.of("1")));

      redis.killConnections();
      registry.promote("2");
      redis.pushChange("cars");

      await().until(() -> seen.equals(List.of("1", "2")));
    }
  }

  @Test
  void goesOnWithoutRedisAndTakesItUpAgainOnTheSamePort() {
    startLinked();
    assertThat(champion()).isEqualTo("1");

    redis.stop();
    registry.promote("2");
    await().until(() -> champion().equals("2"));
    assertThat(source.health().redis().state()).isEqualTo(SourceHealth.State.DOWN);

    redis.start();
    awaitLinked();
    assertThat(champion()).isEqualTo("2");
    registry.promote("1");
    redis.pushChange("cars");
    await().until(() -> champion().equals("1"));
  }

  @Test
  void worksWithARedisThatWasNeverThere() {
    source = ModelSource.open(client);

    assertThat(champion()).isEqualTo("1");
    registry.promote("2");
    assertThat(champion()).isEqualTo("2");
    assertThat(source.load(source.resolve(CHAMPION).orElseThrow()).verified()).isTrue();
    await().until(() -> source.health().redis().state() == SourceHealth.State.DOWN);
    assertThat(source.health().redis().lastError()).contains("Connection refused");
  }

  @Test
  void findsARedisThatComesLater() {
    source = ModelSource.open(client);
    await().until(() -> source.health().redis().state() == SourceHealth.State.DOWN);

    redis.start();

    awaitLinked();
    assertThat(champion()).isEqualTo("1");
    assertThat(redis.other().get(KEY)).startsWith("{");
  }

  @Test
  void worksWithARedisThatRefusesThePassword() {
    redis.start();
    redis.other().configSet("requirepass", "right");
    source = ModelSource.open(client);

    assertThat(champion()).isEqualTo("1");
    await().until(() -> source.health().redis().state() == SourceHealth.State.DOWN);
    assertThat(source.health().redis().lastError()).contains("NOAUTH");
  }

  @Test
  void leavesARedisAsideThatHangsAndTakesItUpAgain() {
    startLinked();
    assertThat(champion()).isEqualTo("1");

    redis.other().clientPause(3_000);
    registry.promote("2");

    await().until(() -> champion().equals("2"));
    assertThat(source.health().redis().state()).isEqualTo(SourceHealth.State.DOWN);
    assertThat(source.health().redis().lastError()).contains("250 ms");
    awaitLinked();
  }

  @Test
  void neverWritesBackWhatItReadBeforeAChange() {
    startLinked();
    AtomicBoolean first = new AtomicBoolean(true);
    registry
        .faults()
        .after(
            GET_MODEL,
            _ -> {
              if (first.getAndSet(false)) {
                registry.promote("2");
                redis.pushChange("cars");
              }
            });

    assertThat(champion()).isEqualTo("2");
    assertThat(redis.other().get(KEY)).contains("\"alias\":\"champion\",\"version\":\"2\"");
  }

  @Test
  void readsTheRegistryWhileAnotherProcessReadsIt() {
    startLinked();
    redis.other().set(KEY, "reading:another");

    assertThat(champion()).isEqualTo("1");
    assertThat(redis.other().get(KEY)).isEqualTo("reading:another");
  }

  @Test
  void dropsAPointerThatItCannotRead() {
    startLinked();
    redis.other().set(KEY, "{\"name\":");

    assertThat(champion()).isEqualTo("1");
    assertThat(redis.other().get(KEY)).startsWith("{\"name\":\"cars\"");
  }

  @Test
  void goesAroundAKeyOfAnotherType() {
    startLinked();
    redis.other().hset(KEY, "a", "b");

    assertThat(champion()).isEqualTo("1");
    assertThat(source.health().redis().isUp()).isTrue();
  }

  @Test
  void remembersForAWhileThatThereIsNoSuchModel() {
    startLinked();
    ModelUri planes = ModelUri.parse("models:/planes@champion");

    assertThat(source.resolve(planes)).isEmpty();

    assertThat(redis.other().get("drivetrain:model:planes")).isEqualTo("absent");
    assertThat(redis.other().pttl("drivetrain:model:planes")).isBetween(1L, 1000L);
  }

  @Test
  void keepsAPointerForItsLifeAtMost() {
    startLinked();
    champion();

    assertThat(redis.other().pttl(KEY)).isBetween(1L, 3_600_000L);
  }

  @Test
  void leavesNoLeaseBehindWhenTheRegistryIsDown() {
    startLinked();
    registry.stop();

    assertThatThrownBy(() -> source.resolve(CHAMPION))
        .isInstanceOfSatisfying(
            RegistryClientException.class,
            failure -> assertThat(failure.errorCode()).isEqualTo(ErrorCode.UNREACHABLE));
    await().until(() -> redis.other().exists(KEY) == 0);
  }

  @Test
  void answersFromTheCachesForAWhileWhenTheRegistryIsDown() {
    startLinked();
    champion();
    registry.stop();

    assertThat(champion()).isEqualTo("1");
  }

  @Test
  void readsTheBytesOfAModelFromRedisTheSecondTime() {
    startLinked();
    source.load(source.resolve(CHAMPION).orElseThrow());
    int downloads = downloadsOf("trees.bin");

    ModelFiles again = source.load(source.resolve(CHAMPION).orElseThrow());

    assertThat(again.files().get("trees.bin")).isEqualTo(ModelFixtures.bytes("t1"));
    assertThat(downloads).isEqualTo(1);
    assertThat(downloadsOf("trees.bin")).isEqualTo(1);
  }

  @Test
  void sharesTheBytesOfVersionsThatHaveAFileInCommon() {
    startLinked();

    source.load(source.resolve(ModelUri.parse("models:/cars/1")).orElseThrow());
    source.load(source.resolve(ModelUri.parse("models:/cars/2")).orElseThrow());

    assertThat(downloadsOf("trees.bin")).isEqualTo(1);
  }

  @Test
  void dropsBytesThatAreNotThoseOfTheirHash() {
    startLinked();
    String key = "drivetrain:bytes:" + ModelFixtures.hash("t1");
    redis.other().set(key, "evil");

    ModelFiles files = source.load(source.resolve(CHAMPION).orElseThrow());

    assertThat(files.files().get("trees.bin")).isEqualTo(ModelFixtures.bytes("t1"));
    assertThat(redis.other().get(key)).isEqualTo("t1");
  }

  private static RedisSettings longLived(URI uri) {
    RedisSettings usual = RedisSettings.at(uri);
    return new RedisSettings(
        uri,
        usual.commandTimeout(),
        usual.transferTimeout(),
        Duration.ofHours(1),
        usual.maxFileBytes());
  }

  private void startLinked() {
    redis.start();
    source = ModelSource.open(client);
    awaitLinked();
  }

  private void awaitLinked() {
    await().until(() -> source.health().redis().isUp());
  }

  private String champion() {
    return source.resolve(CHAMPION).map(ResolvedModel::version).orElseThrow();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private int reads() {
    return registry.requests(GET_MODEL).size();
  }

  private int downloadsOf(String file) {
    return (int)
        registry.requests().stream()
            .filter(request -> request.endpoint().endsWith("/" + file))
            .count();
  }
}
