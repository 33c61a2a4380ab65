package io.drivetrain.webui.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.drivetrain.models.schema.IssueCode;
import io.drivetrain.pipeline.api.run.RunPreview;
import io.drivetrain.pipeline.api.run.RunState;
import io.drivetrain.pipeline.api.run.RunTrigger;
import io.drivetrain.pipeline.api.run.RunWhy;
import io.drivetrain.pipeline.api.step.AttemptOutcome;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.registry.client.model.Stage;
import io.drivetrain.webui.component.TextKey;
import io.drivetrain.webui.experiment.Condition;
import io.drivetrain.webui.experiment.RunAttribute;
import io.drivetrain.webui.experiment.RunField;
import io.drivetrain.webui.experiment.RunStatus;
import io.drivetrain.webui.experiment.Shown;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationsTest {
  private final Translations translations = new Translations();

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(bundle(Language.FRENCH).keySet()).isEqualTo(bundle(Language.ENGLISH).keySet());
  }

  /** Of two texts of one key the bundle takes the last without a word. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void noKeyStandsTwice(Language language) throws IOException {
    String file = "texts_" + language.code() + ".properties";
    try (InputStream texts = Translations.class.getResourceAsStream(file)) {
      assertThat(new String(texts.readAllBytes(), StandardCharsets.UTF_8).lines())
          .filteredOn(line -> line.contains("=") && !line.startsWith("#"))
          .extracting(line -> line.substring(0, line.indexOf('=')))
          .doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void noTextHasAnApostropheThatMessageFormatWouldSwallow(Language language) {
    ResourceBundle bundle = bundle(language);

    assertThat(bundle.keySet())
        .allSatisfy(key -> assertThat(bundle.getString(key)).doesNotContain("'"));
  }

  @ParameterizedTest
  @EnumSource(IssueCode.class)
  void everyIssueHasAText(IssueCode code) {
    assertThat(bundle(Language.FRENCH).keySet()).contains("issue." + code.name());
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void everyStageHasAText(Stage stage) {
    assertThat(bundle(Language.FRENCH).keySet()).contains("stage." + stage.wireName());
  }

  @Test
  void everyStateAndReasonOfARunHasAText() {
    assertThat(bundle(Language.FRENCH).keySet())
        .containsAll(keys("runState.", RunState.values()))
        .containsAll(keys("stepState.", StepState.values()))
        .containsAll(keys("reason.", StepReason.values()))
        .containsAll(keys("trigger.", RunTrigger.values()))
        .containsAll(keys("why.", RunWhy.Code.values()))
        .containsAll(keys("outcome.", AttemptOutcome.values()))
        .containsAll(keys("plan.", RunPreview.Plan.values()))
        .containsAll(keys("admission.", RunPreview.Admission.values()));
  }

  @Test
  void everyWordOfATableOfRunsHasAText() {
    assertThat(bundle(Language.FRENCH).keySet())
        .containsAll(keys("trackingStatus.", RunStatus.values()))
        .containsAll(keys("shown.", Shown.values()))
        .containsAll(keys("runField.", RunField.Kind.values()))
        .containsAll(keys("runField.", RunAttribute.values()))
        .containsAll(keys("condition.", Condition.Operator.values()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"runState", "stepState", "trigger", "why.title", "why", "outcome", "admission"})
  void whatOnlyANewerPipelineServiceKnowsHasAText(String group) {
    assertThat(bundle(Language.FRENCH).keySet()).contains(TextKey.of(group, null));
  }

  @Test
  void countsAreWrittenAsTheLanguageDoes() {
    assertThat(translations.getTranslation("prediction.errors.title", Locale.FRENCH, 1))
        .isEqualTo("Un champ est à corriger");
    assertThat(translations.getTranslation("prediction.errors.title", Locale.ENGLISH, 3))
        .isEqualTo("3 fields need a correction");
  }

  @Test
  void unknownKeyFails() {
    assertThatExceptionOfType(MissingResourceException.class)
        .isThrownBy(() -> translations.getTranslation("no.such.text", Locale.FRENCH));
  }

  @Test
  void visitorWithoutAChoiceReadsWhatTheBrowserPrefers() {
    assertThat(Language.of(null, "de, en;q=0.8, fr;q=0.9")).isEqualTo(Language.FRENCH);
    assertThat(Language.of(cookie("tlh"), "en-GB,en;q=0.9")).isEqualTo(Language.ENGLISH);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "de", "*", "fr;q=x", "en;q=0"})
  void visitorWhoseBrowserPrefersNeitherReadsFrench(String accepted) {
    assertThat(Language.of(null, accepted)).isEqualTo(Language.FRENCH);
  }

  @Test
  void cookieKeepsTheChoice() {
    assertThat(Language.of(cookie("en"), "fr")).isEqualTo(Language.ENGLISH);
  }

  private static List<String> keys(String prefix, Enum<?>[] values) {
    return Arrays.stream(values).map(value -> prefix + value).toList();
  }

  private static Cookie[] cookie(String value) {
    return new Cookie[] {new Cookie("other", "fr"), new Cookie(Language.COOKIE, value)};
  }

  private static ResourceBundle bundle(Language language) {
    return ResourceBundle.getBundle(Translations.BUNDLE, language.locale());
  }
}
