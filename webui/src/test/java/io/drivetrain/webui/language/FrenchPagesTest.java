package io.drivetrain.webui.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import io.drivetrain.registry.client.memory.InMemoryRegistry;
import io.drivetrain.webui.CdiBrowserlessTest;
import io.drivetrain.webui.ServiceDoublesResource;
import io.drivetrain.webui.client.PipelineDouble;
import io.drivetrain.webui.client.PipelineFixtures;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.prediction.PredictionFixtures;
import io.drivetrain.webui.prediction.ProductionModel;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that reads the same in both languages is a name, or it was forgotten. */
@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class FrenchPagesTest extends CdiBrowserlessTest {
  private static final String RUN = PageLink.run(PipelineFixtures.RUN);
  private static final String RUN_CALL = "GET /runs/" + PipelineFixtures.RUN;
  private static final Pattern WORD = Pattern.compile("\\p{L}{3}");

  /** Words of both languages, and names: of products, files, fields, models and their values. */
  private static final Set<String> THE_SAME =
      Set.of(
          "API",
          "Drivetrain",
          "Pipelines",
          "Pipeline",
          "Menu",
          "Version",
          "Production",
          "Note",
          "Tests",
          "Test",
          "Diesel",
          "Excellent",
          "Dacia",
          "Logan",
          "car_price_predictor",
          "Description",
          "Champion",
          "Challenger",
          "SHA-256",
          "Alias",
          "Train");

  private static final Pattern NAME =
      Pattern.compile(
          "[a-z0-9]+([._][a-z0-9_]+)+|rents?|Rents|by_hand|By hand|train|check|approve|team|pricing"
              + "|[+\u2212]?[\\d\u00a0,]*MAD|Bon|Manuelle|Non|steps\\[0\\]\\.retries"
              + "|.* · version 1|UTC|@weekly.*|.*\\.yaml.*|\\d.*|[0-9a-f-]{36}|curl .*");

  /** What the pipeline service or the author of a definition has written, as fixtures have it. */
  private static final Pattern WRITTEN_BY_OTHERS =
      Pattern.compile(
          "Learns rents\\.|The file\\.|How many trees\\.|Twice\\.|a look|Is it good\\?|– must be.*"
              + "|A first orientation|Not for courts\\.|a small flat");

  @Inject ProductionModel production;
  InMemoryRegistry registry;
  PipelineDouble pipeline;

  @BeforeEach
  void prepare() {
    pipeline.forget();
    PipelineFixtures.pipelines(pipeline);
    pipeline.on(RUN_CALL + "/why", PipelineFixtures.working(PipelineFixtures.RUN));
  }

  @AfterEach
  void leave() {
    UI.getCurrent().removeAll();
  }

  @Test
  void pipelines() {
    PipelineFixtures.runs(pipeline, PipelineFixtures.succeeded(PipelineFixtures.RUN));

    assertThat(sameInBoth("pipelines")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"running", "queued", "rejected", "succeeded", "waitingForApproval"})
  void run(String state) {
    PipelineFixtures.run(
        pipeline,
        PipelineFixtures.RUN,
        switch (state) {
          case "running" -> PipelineFixtures.running(PipelineFixtures.RUN);
          case "queued" -> PipelineFixtures.queued(PipelineFixtures.RUN);
          case "rejected" -> PipelineFixtures.rejected(PipelineFixtures.RUN);
          case "succeeded" -> PipelineFixtures.succeeded(PipelineFixtures.RUN);
          default -> PipelineFixtures.waitingForApproval(PipelineFixtures.RUN);
        });

    assertThat(sameInBoth(RUN)).isEmpty();
  }

  @Test
  void prediction() {
    String version = registry.promote(PredictionFixtures.cars());
    await().until(() -> production.model().filter(m -> m.version().equals(version)).isPresent());

    assertThat(
            sameInBoth(
                "?brand=Dacia&model=Logan&year=2015&mileage_km=120000&fuel=Diesel&fiscal_power=6"
                    + "&gearbox=Manuelle&first_hand=Non&condition=Bon"))
        .isEmpty();
  }

  @Test
  void addressWithoutAView() {
    assertThat(sameInBoth("nothing/here")).isEmpty();
  }

  private Set<String> sameInBoth(String address) {
    Set<String> same = texts(Locale.FRENCH, address);
    assertThat(same).isNotEmpty();
    same.retainAll(texts(Locale.ENGLISH, address));
    same.removeIf(text -> !WORD.matcher(text).find() || isName(text));
    return same;
  }

  private static boolean isName(String text) {
    return THE_SAME.contains(text)
        || NAME.matcher(text).matches()
        || WRITTEN_BY_OTHERS.matcher(text).matches();
  }

  /** The view alone: the frame around it is made once for a page. */
  private Set<String> texts(Locale language, String address) {
    UI page = UI.getCurrent();
    page.setLocale(language);
    page.navigate("nothing");
    int query = address.indexOf('?');
    page.navigate(
        query < 0 ? address : address.substring(0, query),
        query < 0
            ? QueryParameters.empty()
            : QueryParameters.fromString(address.substring(query + 1)));
    roundTrip();
    Set<String> texts = new TreeSet<>();
    collect(page.getInternals().getActiveRouterTargetsChain().getFirst().getElement(), texts);
    return texts;
  }

  private static void collect(Element element, Set<String> texts) {
    if (element.isTextNode()) {
      texts.add(element.getText().strip());
      return;
    }
    Stream.of("aria-label", "title", "alt", "placeholder")
        .map(element::getAttribute)
        .filter(text -> text != null)
        .forEach(texts::add);
    Stream.of("label", "helperText", "errorMessage", "placeholder")
        .map(element::getProperty)
        .filter(text -> text != null)
        .forEach(texts::add);
    element
        .getChildren()
        .filter(child -> child.isTextNode() || child.isVisible())
        .forEach(child -> collect(child, texts));
  }
}
