package io.drivetrain.webui.prediction.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.drivetrain.registry.client.memory.InMemoryRegistry;
import io.drivetrain.webui.CdiBrowserlessTest;
import io.drivetrain.webui.ServiceDoublesResource;
import io.drivetrain.webui.component.Chart;
import io.drivetrain.webui.prediction.PredictionFixtures;
import io.drivetrain.webui.prediction.ProductionModel;
import io.drivetrain.webui.prediction.ServingState;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class PredictionViewTest extends CdiBrowserlessTest {
  @Inject ProductionModel production;
  InMemoryRegistry registry;

  @BeforeEach
  void speakFrench() {
    UI.getCurrent().setLocale(Locale.FRENCH);
  }

  @Test
  void formFollowsTheSchemaOfTheModel() {
    open(PredictionFixtures.cars());

    ComboBox<String> brand = choice("brand");
    NumberInput mileage = field(NumberInput.class, "mileage_km");
    assertThat(brand.getLabel()).isEqualTo("Marque");
    assertThat(brand.isRequiredIndicatorVisible()).isTrue();
    assertThat(test(brand).getSuggestions())
        .containsExactly("Audi", "Dacia", "Renault", "Volkswagen");
    assertThat(mileage.getValue()).isEqualTo("50\u00a0000");
    assertThat(text(mileage.getSuffixComponent())).isEqualTo("km");
    RangeInput slider = find(RangeInput.class).single();
    assertThat(slider.getValue()).isEqualTo("50000");
    assertThat(slider.getElement().getAttribute("max")).isEqualTo("220000");
  }

  @Test
  void everyTypeOfFeatureHasItsField() {
    open(PredictionFixtures.rents());

    assertThat(choice("city").getValue()).isNull();
    assertThat(field(NumberInput.class, "surface").getValue()).isEmpty();
    assertThat(field(Checkbox.class, "furnished").getValue()).isTrue();
    assertThat(field(DatePicker.class, "free_from").getMin()).isEqualTo("2026-01-01");
    assertThat(field(TextField.class, "remark").getLabel()).isEqualTo("Remarque");
  }

  @Test
  void aModelOfClassesShowsHowProbableEachIs() {
    open(PredictionFixtures.reviews());
    field(TextField.class, "text").setValue("Great work");

    click("predict");

    assertThat(byId(Paragraph.class, "result-value").getText()).isEqualTo("positive");
    assertThat(byId(Paragraph.class, "result-probability").getText()).contains("Probabilité", "%");
    assertThat(text(byId(NativeTable.class, "result-classes")))
        .contains("negative")
        .contains("neutral")
        .contains("%");
  }

  @Test
  void parentNarrowsItsChild() {
    open(PredictionFixtures.cars());

    test(choice("brand")).selectItem("Dacia");

    assertThat(test(choice("model")).getSuggestions()).containsExactly("Duster", "Logan");
  }

  @Test
  void childThatDoesNotGoWithTheNewParentIsEmptied() {
    open(PredictionFixtures.cars());
    test(choice("brand")).selectItem("Dacia");
    test(choice("model")).selectItem("Logan");

    test(choice("brand")).selectItem("Audi");

    assertThat(choice("model").getValue()).isNull();
  }

  @Test
  void wrongFieldsAreNamedBesideThemAndInTheSummary() {
    open(PredictionFixtures.cars());
    field(NumberInput.class, "year").setValue("1800");

    click("predict");

    NumberInput year = field(NumberInput.class, "year");
    assertThat(year.isInvalid()).isTrue();
    assertThat(year.getErrorMessage()).isEqualTo("Hors limites : de 1980 à 2026");
    assertThat(choice("brand").getErrorMessage())
        .isEqualTo("Champ obligatoire : choisissez dans la liste");
    ErrorSummary summary = find(ErrorSummary.class).single();
    assertThat(summary.isVisible()).isTrue();
    assertThat(text(summary)).contains("champs sont à corriger").contains("Année-Modèle");
    assertThat(find(Chart.class).all()).isEmpty();
  }

  @Test
  void rareValueIsToldBeforeTheFormIsSent() {
    open(PredictionFixtures.cars());

    field(NumberInput.class, "mileage_km").setValue("590000");

    assertThat(field(NumberInput.class, "mileage_km").getHelperText())
        .startsWith("Rare dans les données d’entraînement (de 40\u00a0000 à 220\u00a0000\u00a0km)");
  }

  @Test
  void resultHasValueIntervalReasonsAndOrigin() {
    String version = open(PredictionFixtures.cars());
    enterLogan();

    click("predict");

    assertThat(byId(Paragraph.class, "result-value").getText()).isEqualTo("57\u00a0815\u00a0MAD");
    assertThat(byId(Paragraph.class, "result-interval").getText())
        .isEqualTo(
            "Dans 90\u00a0% des cas, la valeur réelle se situe entre 39\u00a0815\u00a0MAD et 75\u00a0815\u00a0MAD.");
    assertThat(text(byId(DescriptionList.class, "result-model")))
        .contains("car_price_predictor")
        .contains(version)
        .contains("Production")
        .contains("21 novembre 2026");
    assertThat(text(find(ResultCard.class).single()))
        .contains("Kilométrage")
        .contains("120\u00a0000\u00a0km");
    assertThat(text(find(DriversCard.class).single())).contains("\u221227\u00a0919\u00a0MAD");
    assertThat(
            find(Chart.class, find(DriversCard.class).single())
                .single()
                .getElement()
                .getAttribute("aria-label"))
        .startsWith("Diagramme en cascade : de 122\u00a0218\u00a0MAD");
  }

  @Test
  void typedTextThatMeansOneValueTakesItAndSaysSo() {
    open(PredictionFixtures.cars());
    enterLogan();

    type("brand", "dac");
    choice("model").setValue("Logan");
    click("predict");

    assertThat(choice("brand").getValue()).isEqualTo("Dacia");
    assertThat(byId(Paragraph.class, "result-value").getText()).isEqualTo("57\u00a0815\u00a0MAD");
    assertThat(text(find(ResultCard.class).single())).contains("« dac » lu comme « Dacia »");
  }

  @Test
  void typedTextThatMeansNoneIsAskedForAndKeptOnPurposeAlone() {
    open(PredictionFixtures.cars());
    enterLogan();

    type("model", "Sandero");
    click("predict");

    assertThat(choice("model").isInvalid()).isTrue();
    assertThat(choice("model").getErrorMessage()).contains("« Sandero » n’est pas dans la liste");
    assertThat(find(Chart.class).all()).isEmpty();

    answer("Garder « Sandero »");
    click("predict");

    assertThat(text(find(ResultCard.class).single()))
        .contains("« Sandero » est absent des données d’entraînement");
  }

  @Test
  void mistypedValueIsOneOfTheAnswers() {
    open(PredictionFixtures.cars());
    enterLogan();
    type("brand", "Daciaa");

    answer("Dacia");

    assertThat(choice("brand").getValue()).isEqualTo("Dacia");
    assertThat(choice("brand").isInvalid()).isFalse();
  }

  @Test
  void numberIsReadAsPeopleWriteIt() {
    open(PredictionFixtures.cars());
    enterLogan();
    field(NumberInput.class, "mileage_km").setValue("1.2e5");

    click("predict");

    assertThat(byId(Paragraph.class, "result-value").getText()).isEqualTo("57\u00a0815\u00a0MAD");
    assertThat(text(find(ResultCard.class).single())).contains("120\u00a0000\u00a0km");
  }

  @Test
  void backReturnsToTheFormerEstimate() {
    serve(PredictionFixtures.cars());
    String logan =
        "brand=Dacia&model=Logan&year=2015&mileage_km=120000&fuel=Diesel&fiscal_power=6"
            + "&gearbox=Manuelle&first_hand=Non&condition=Bon";
    UI.getCurrent().navigate("", QueryParameters.fromString(logan));
    UI.getCurrent().navigate("", QueryParameters.fromString(logan.replace("2015", "2018")));
    String newer = byId(Paragraph.class, "result-value").getText();

    UI.getCurrent().navigate("", QueryParameters.fromString(logan));

    assertThat(newer).isNotEqualTo("57\u00a0815\u00a0MAD");
    assertThat(byId(Paragraph.class, "result-value").getText()).isEqualTo("57\u00a0815\u00a0MAD");

    UI.getCurrent().navigate("", QueryParameters.empty());

    assertThat(find(Chart.class).all()).isEmpty();
  }

  @Test
  void exampleFillsTheFormAndIsAnswered() {
    open(PredictionFixtures.cars());

    click("example");

    assertThat(choice("model").getValue()).isEqualTo("Logan");
    assertThat(byId(Paragraph.class, "result-value").getText()).isEqualTo("57\u00a0815\u00a0MAD");
  }

  @Test
  void curvesVaryOneNumberAndTheirTableHasTheNumbers() {
    open(PredictionFixtures.cars());
    click("example");

    WhatIfCard card = find(WhatIfCard.class).single();
    assertThat(find(Chart.class, card).all()).hasSize(3);
    assertThat(text(card)).contains("Année-Modèle", "Kilométrage (km)", "40\u00a0000\u00a0km");
  }

  @Test
  void estimateIsComparedWithTheOneThatWasSetAside() {
    open(PredictionFixtures.cars());
    click("example");

    click("compare-start");
    field(NumberInput.class, "year").setValue("2018");
    click("predict");

    CompareCard card = find(CompareCard.class).single();
    assertThat(text(card)).contains("Année-Modèle", "2015", "2018").doesNotContain("Kilométrage");
    assertThat(text(byId(Paragraph.class, "compare-difference"))).contains("+");

    click("compare-end");

    assertThat(find(CompareCard.class).all()).isEmpty();
  }

  @Test
  void comparisonIsInTheAddress() {
    serve(PredictionFixtures.cars());
    String logan =
        "brand=Dacia&model=Logan&year=2015&mileage_km=120000&fuel=Diesel&fiscal_power=6"
            + "&gearbox=Manuelle&first_hand=Non&condition=Bon";

    UI.getCurrent()
        .navigate("", new QueryParameters(merged(logan, "versus", logan.replace("2015", "2018"))));

    assertThat(text(find(CompareCard.class).single())).contains("2018", "2015");
  }

  @Test
  void askedPriceIsGraded() {
    open(PredictionFixtures.cars());
    click("example");

    byId(TextField.class, "deal-asked").setValue("45 000");
    assertThat(text(byId(Badge.class, "deal-grade"))).isEqualTo("Bonne affaire");
    byId(TextField.class, "deal-asked").setValue("cher");

    assertThat(byId(TextField.class, "deal-asked").isInvalid()).isTrue();
    assertThat(find(Badge.class).withId("deal-grade").all()).isEmpty();
  }

  @Test
  void onlyMoneyCanBeAsked() {
    assertThat(DealGauge.suits("MAD")).isTrue();
    assertThat(DealGauge.suits("km")).isFalse();
    assertThat(DealGauge.suits("")).isFalse();
  }

  @Test
  void estimatesOfAVisitAreKeptAndLeadBackToThemselves() {
    open(PredictionFixtures.cars());
    click("example");
    field(NumberInput.class, "year").setValue("2018");
    click("predict");

    HistoryCard history = find(HistoryCard.class).single();
    assertThat(find(Anchor.class, history).all().stream().map(Anchor::getHref))
        .anyMatch(href -> href.startsWith("?brand=Dacia&model=Logan&year=2018"))
        .anyMatch(href -> href.startsWith("?brand=Dacia&model=Logan&year=2015"));

    click("history-clear");

    assertThat(find(HistoryCard.class).all()).isEmpty();
  }

  @Test
  void unseenValueIsAnsweredWithAWarning() {
    open(PredictionFixtures.cars());
    enterLogan();
    choice("model").setValue("Sandero");

    click("predict");

    assertThat(text(find(ResultCard.class).single()))
        .contains("« Sandero » est absent des données d’entraînement");
  }

  @Test
  void englishVisitorReadsEnglish() {
    UI.getCurrent().setLocale(Locale.ENGLISH);
    open(PredictionFixtures.cars());
    enterLogan();

    click("predict");

    assertThat(choice("brand").getLabel()).isEqualTo("Make");
    assertThat(byId(Button.class, "predict").getText()).isEqualTo("Estimate price");
    assertThat(byId(Paragraph.class, "result-value").getText()).isEqualTo("57,815\u00a0MAD");
  }

  @Test
  void sharedAddressShowsItsEstimate() {
    serve(PredictionFixtures.cars());

    UI.getCurrent()
        .navigate(
            "",
            QueryParameters.fromString(
                "brand=Dacia&model=Logan&year=2015&mileage_km=120000&fuel=Diesel&fiscal_power=6"
                    + "&gearbox=Manuelle&first_hand=Non&condition=Bon"));

    assertThat(byId(Paragraph.class, "result-value").getText()).isEqualTo("57\u00a0815\u00a0MAD");
  }

  @Test
  void sharedAddressWithNonsenseShowsTheFormAndNoError() {
    serve(PredictionFixtures.cars());

    UI.getCurrent()
        .navigate(
            "", QueryParameters.fromString("brand=%3Cscript%3E&year=soon&mileage_km=NaN&x=y"));

    assertThat(field(NumberInput.class, "year").getValue()).isEqualTo("soon");
    assertThat(find(ErrorSummary.class).all()).isEmpty();
  }

  @Test
  void formAdaptsWhenAnotherModelIsPromotedAndKeepsWhatStillFits() {
    open(PredictionFixtures.cars());
    enterLogan();

    String version = serve(PredictionFixtures.cars());
    runPendingSignalsTasks();
    roundTrip();

    assertThat(choice("brand").getValue()).isEqualTo("Dacia");
    assertThat(text(byId(Paragraph.class, "model-in-production"))).contains("version " + version);
    assertThat(test(find(Notification.class).single()).getText()).contains("version " + version);
  }

  @Test
  void pageWithoutAModelOpensByItselfWhenOneAppears() {
    registry.withdraw();
    await().until(() -> production.model().isEmpty());
    navigate(PredictionView.class);
    assertThat(text(find(WaitingPanel.class).single()))
        .contains("Aucun modèle en production")
        .contains("/api/v1/pipelines/car_price_predictor_pipeline/runs");

    serve(PredictionFixtures.cars());
    roundTrip();

    assertThat(find(WaitingPanel.class).all()).isEmpty();
    assertThat(choice("brand").getLabel()).isEqualTo("Marque");
  }

  @Test
  void pageWithoutAModelSaysThatTheFirstOneCannotBeRead() {
    registry.withdraw();
    await().until(() -> production.model().isEmpty());
    navigate(PredictionView.class);

    registry.promote(PredictionFixtures.damaged());
    await().until(() -> production.state() instanceof ServingState.Unloadable);
    roundTrip();

    assertThat(text(find(WaitingPanel.class).single())).contains("ne peut pas être chargé");
  }

  @Test
  void brokenSuccessorLeavesThePageAsItIs() {
    open(PredictionFixtures.cars());
    enterLogan();
    click("predict");

    registry.promote(PredictionFixtures.damaged());
    await().until(() -> production.state() instanceof ServingState.ServingPrevious);
    roundTrip();

    assertThat(byId(Paragraph.class, "result-value").getText()).isEqualTo("57\u00a0815\u00a0MAD");
    assertThat(find(Notification.class).all()).isEmpty();
  }

  private static Map<String, List<String>> merged(String query, String name, String value) {
    Map<String, List<String>> all =
        new HashMap<>(QueryParameters.fromString(query).getParameters());
    all.put(name, List.of(value));
    return all;
  }

  /** What the browser says when Enter is pressed on a text that is no item of the list. */
  private void type(String feature, String text) {
    ComponentUtil.fireEvent(
        choice(feature), new ComboBoxBase.CustomValueSetEvent<>(choice(feature), true, text));
  }

  private void answer(String text) {
    test(find(Button.class).withText(text).single()).click();
  }

  private String open(Map<String, byte[]> files) {
    String version = serve(files);
    navigate(PredictionView.class);
    return version;
  }

  private String serve(Map<String, byte[]> files) {
    String version = registry.promote(files);
    await().until(() -> production.model().filter(m -> m.version().equals(version)).isPresent());
    return version;
  }

  private void enterLogan() {
    PredictionFixtures.logan()
        .forEach((name, value) -> {
          if (value instanceof Number number) {
            field(NumberInput.class, name).setValue(number.toString());
          } else {
            choice(name).setValue((String) value);
          }
        });
  }

  private void click(String id) {
    test(byId(Button.class, id)).click();
  }

  @SuppressWarnings("unchecked")
  private ComboBox<String> choice(String feature) {
    return field(ComboBox.class, feature);
  }

  private <F extends AbstractField<?, ?>> F field(Class<F> type, String feature) {
    return byId(type, "field-" + feature);
  }

  private <C extends Component> C byId(Class<C> type, String id) {
    return find(type).id(id);
  }

  private static String text(Component component) {
    return component.getElement().getTextRecursively();
  }
}
