package io.drivetrain.webui.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.RegistryClientConfig;
import io.drivetrain.registry.client.memory.InMemoryRegistry;
import io.drivetrain.registry.client.source.ModelSource;
import io.drivetrain.webui.prediction.ServingState.NoModel;
import io.drivetrain.webui.prediction.ServingState.Serving;
import io.drivetrain.webui.prediction.ServingState.ServingPrevious;
import io.drivetrain.webui.prediction.ServingState.Starting;
import io.drivetrain.webui.prediction.ServingState.Unloadable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProductionModelTest {
  private InMemoryRegistry registry;
  private RegistryClient client;
  private ModelSource source;
  private ProductionModel production;

  @BeforeEach
  void connect() throws Exception {
    registry = new InMemoryRegistry(PredictionFixtures.MODEL);
    client =
        RegistryClient.connect(
            RegistryClientConfig.of(registry.uri()).withPollInterval(Duration.ofMillis(20)));
    source = ModelSource.open(client);
    production = new ProductionModel(source, new ModelLoading(source), Config.DEFAULTS);
  }

  @AfterEach
  void disconnect() throws Exception {
    production.stop(new ShutdownEvent());
    source.close();
    client.close();
    registry.close();
  }

  @Test
  void knowsNothingBeforeTheRegistryAnswers() {
    assertThat(production.state()).isEqualTo(new Starting());
    assertThat(production.model()).isEmpty();
  }

  @Test
  void saysThatThereIsNoModelAndServesTheFirstOneThatAppears() {
    production.start(new StartupEvent());
    await().until(() -> production.state().equals(new NoModel()));

    String version = registry.promote(PredictionFixtures.cars());

    awaitServed(version);
    assertThat(production.model().orElseThrow().stage()).isEqualTo("Production");
    assertThat(production.model().orElseThrow().bundle().hash()).hasSize(64);
  }

  @Test
  void newVersionTakesThePlaceOfTheOld() {
    registry.promote(PredictionFixtures.cars());
    production.start(new StartupEvent());
    awaitServed("1");

    registry.promote(PredictionFixtures.rents());

    awaitServed("2");
    assertThat(production.model().orElseThrow().bundle().schema().target().name())
        .isEqualTo("rent");
  }

  static Stream<Map<String, byte[]>> brokenBundles() {
    return Stream.of(PredictionFixtures.damaged(), PredictionFixtures.unreadable());
  }

  @ParameterizedTest
  @MethodSource("brokenBundles")
  void oldVersionGoesOnWhenTheNewOneIsBroken(Map<String, byte[]> broken) {
    registry.promote(PredictionFixtures.cars());
    production.start(new StartupEvent());
    awaitServed("1");

    registry.promote(broken);

    await().until(() -> production.state() instanceof ServingPrevious);
    ServingPrevious state = (ServingPrevious) production.state();
    assertThat(state.current().version()).isEqualTo("1");
    assertThat(state.failed().version()).isEqualTo("2");
    assertThat(state.failed().reason()).contains("trees.bin");
  }

  @ParameterizedTest
  @MethodSource("brokenBundles")
  void repairedVersionIsServedAfterABrokenOne(Map<String, byte[]> broken) {
    registry.promote(broken);
    production.start(new StartupEvent());
    await().until(() -> production.state() instanceof Unloadable);

    registry.promote(PredictionFixtures.cars());

    awaitServed("2");
  }

  @Test
  void withdrawnModelIsNotServedAnyMore() {
    registry.promote(PredictionFixtures.cars());
    production.start(new StartupEvent());
    awaitServed("1");

    registry.withdraw();

    await().until(() -> production.state().equals(new NoModel()));
  }

  @Test
  void lastModelGoesOnWhileTheRegistryIsDown() {
    registry.promote(PredictionFixtures.cars());
    production.start(new StartupEvent());
    awaitServed("1");

    registry.close();
    await().until(() -> !source.health().registry().isUp());

    assertThat(production.state()).isInstanceOf(Serving.class);
  }

  @Test
  void listenersHearOfEveryStateUntilTheyLeave() {
    List<ServingState> heard = new CopyOnWriteArrayList<>();
    Runnable leave = production.onChange(heard::add);
    registry.promote(PredictionFixtures.cars());
    production.start(new StartupEvent());
    awaitServed("1");

    leave.run();
    registry.promote(PredictionFixtures.rents());
    awaitServed("2");

    assertThat(heard).singleElement().isInstanceOf(Serving.class);
  }

  @Test
  void listenerThatFailsKeepsNobodyFromTheNewModel() {
    production.onChange(state -> {
      throw new IllegalStateException("a page that was closed");
    });
    registry.promote(PredictionFixtures.cars());
    production.start(new StartupEvent());

    awaitServed("1");
    registry.promote(PredictionFixtures.rents());

    awaitServed("2");
  }

  @Test
  void sameNumberOfAnotherRunIsAnotherModel() {
    registry.promote(PredictionFixtures.cars());
    production.start(new StartupEvent());
    awaitServed("1");

    registry.replace("1", PredictionFixtures.rents());

    await()
        .until(() ->
            production.model().orElseThrow().bundle().schema().target().name().equals("rent"));
  }

  @Test
  void noCallFailsWhileModelsAreSwapped() {
    registry.promote(PredictionFixtures.cars());
    production.start(new StartupEvent());
    awaitServed("1");
    PredictionService service = new PredictionService(production, Config.DEFAULTS);
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Integer> answers =
        CompletableFuture.supplyAsync(
            () -> answerUntil(done, service), task -> Thread.ofPlatform().start(task));

    for (int swap = 2; swap <= 10; swap++) {
      awaitServed(registry.promote(PredictionFixtures.cars()));
    }
    done.set(true);

    assertThat(answers.join()).isPositive();
  }

  private static int answerUntil(AtomicBoolean done, PredictionService service) {
    PredictionRequest logan = new PredictionRequest(false, List.of(PredictionFixtures.logan()));
    int answered = 0;
    while (!done.get()) {
      answered += service.predict(logan, false).size();
    }
    return answered;
  }

  private void awaitServed(String version) {
    await().until(() -> production.model().filter(m -> m.version().equals(version)).isPresent());
  }

  private record Config(String modelName, String alias, int maxRows, URI trainingUri)
      implements PredictionConfig {
    static final Config DEFAULTS =
        new Config(
            PredictionFixtures.MODEL, "champion", 3, URI.create("http://localhost:8080/runs"));
  }
}
