package io.drivetrain.models.schema;

import static io.drivetrain.models.schema.IssueCode.AMBIGUOUS_VALUE;
import static io.drivetrain.models.schema.IssueCode.READ_AS;
import static io.drivetrain.models.schema.IssueCode.UNSEEN_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.models.CarFixtures;
import io.drivetrain.models.schema.ValueMatch.None;
import io.drivetrain.models.schema.ValueMatch.One;
import io.drivetrain.models.schema.ValueMatch.Several;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueNamesTest {
  private static final CategoricalFeature MAKE =
      new CategoricalFeature(
          "make",
          new Label("Marque", "Make"),
          null,
          true,
          List.of("Alfa Romeo", "Citroen", "Dacia", "Land Rover", "Mercedes-Benz", "Volkswagen"),
          true,
          null,
          Map.of(),
          null,
          Map.of(),
          Map.of("VW", "Volkswagen", "Zastava", "Yugo"));
  private static final CategoricalFeature MODEL =
      new CategoricalFeature(
          "model",
          new Label("Modèle", "Model"),
          null,
          true,
          List.of(
              "206", "206+", "500L", "C-ELYSEE", "C-Elysée", "Duster", "Golf 7", "Golf 8", "Logan"),
          true,
          "make",
          Map.of("Dacia", List.of("Duster", "Logan"), "Volkswagen", List.of("Golf 7", "Golf 8")),
          null);
  private static final CategoricalFeature GEARBOX =
      new CategoricalFeature(
          "gearbox",
          new Label("Boîte", "Gearbox"),
          null,
          false,
          List.of("Manuelle", "Automatique"),
          false,
          null,
          Map.of(),
          null,
          Map.of("Manuelle", new Label("Manuelle", "Manual")),
          Map.of());
  private static final FeatureSchema SCHEMA =
      new FeatureSchema(List.of(MODEL, MAKE, GEARBOX), CarFixtures.schema().target());

  @ParameterizedTest
  @CsvSource({
    "citroën, Citroen",
    "CITROËN, Citroen",
    "mercedes benz, Mercedes-Benz",
    "landrover, Land Rover",
    "vw, Volkswagen",
  })
  void findsTheSameNameWhateverItsAccentsSpacesAndHyphens(String text, String value) {
    assertThat(new ValueNames(MAKE).named(text)).isEqualTo(new One(value, false));
  }

  @Test
  void aValueInAnotherCaseIsThatValue() {
    assertThat(new ValueNames(MAKE).named("land  ROVER")).isEqualTo(new One("Land Rover", true));
  }

  @Test
  void plusIsPartOfAName() {
    assertThat(new ValueNames(MODEL).named("206 +")).isEqualTo(new One("206+", false));
  }

  @Test
  void namesThatDifferInAccentsOnlyAreAskedFor() {
    assertThat(new ValueNames(MODEL).named("c elysee"))
        .isEqualTo(new Several(List.of("C-ELYSEE", "C-Elysée")));
    assertThat(new ValueNames(MODEL).named("c-elysee")).isEqualTo(new One("C-ELYSEE", true));
  }

  @ParameterizedTest
  @CsvSource({"dac, Dacia", "mercedes, Mercedes-Benz", "Alfa, Alfa Romeo"})
  void guessesTheOneValueThatATextBegins(String text, String value) {
    assertThat(new ValueNames(MAKE).guess(text, null)).isEqualTo(new One(value, false));
  }

  @Test
  void severalValuesThatATextBeginsAreAskedFor() {
    assertThat(new ValueNames(MODEL).guess("golf", null))
        .isEqualTo(new Several(List.of("Golf 7", "Golf 8")));
  }

  @Test
  void aNumberIsNoBeginningOfALongerWord() {
    assertThat(new ValueNames(MODEL).guess("500", null)).isEqualTo(new None());
  }

  @Test
  void theParentNarrowsAGuess() {
    assertThat(new ValueNames(MODEL).guess("log", "Dacia")).isEqualTo(new One("Logan", false));
    assertThat(new ValueNames(MODEL).guess("log", "Volkswagen")).isEqualTo(new None());
  }

  @Test
  void aMistypedNameIsAskedForAndNeverTaken() {
    assertThat(new ValueNames(MAKE).guess("Vokswagen", null))
        .isEqualTo(new Several(List.of("Volkswagen")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tesla", "", "--", "da", "\u0301"})
  void whatMeansNoneStaysWhatItIs(String text) {
    assertThat(new ValueNames(MAKE).guess(text, null)).isEqualTo(new None());
  }

  @Test
  void labelsOfBothLanguagesAreNames() {
    assertThat(new ValueNames(GEARBOX).named("manual")).isEqualTo(new One("Manuelle", false));
    assertThat(new ValueNames(GEARBOX).guess("manu", null)).isEqualTo(new One("Manuelle", false));
  }

  @Test
  void aReadingSaysWhatItTookAndInTheOrderOfTheSchema() {
    RowReading reading =
        SCHEMA.interpret(Map.of("make", "dac", "model", "dust", "gearbox", "Manual"));

    assertThat(SCHEMA.values(reading.row()))
        .isEqualTo(Map.of("make", "Dacia", "model", "Duster", "gearbox", "Manuelle"));
    assertThat(reading.warnings())
        .containsExactly(
            FieldIssue.of("model", READ_AS, "dust", "Duster"),
            FieldIssue.of("make", READ_AS, "dac", "Dacia"),
            FieldIssue.of("gearbox", READ_AS, "Manual", "Manuelle"));
    assertThat(reading.warnings().getFirst().message())
        .isEqualTo("model \"dust\" was read as \"Duster\"");
  }

  @Test
  void aQuestionIsAnErrorThatNamesTheValues() {
    RowReading reading = SCHEMA.interpret(Map.of("make", "vw", "model", "Golf"));

    assertThat(reading.errors())
        .containsExactly(FieldIssue.of("model", AMBIGUOUS_VALUE, "Golf", "Golf 7, Golf 8"));
    assertThat(reading.row().isMissing(0)).isTrue();
  }

  /** Rows of data are never guessed at: what they say is what a model learns from. */
  @Test
  void dataIsReadByNameAlone() {
    RowReading reading = SCHEMA.read(Map.of("make", "dac", "model", "Golf"));

    assertThat(reading.isUsable()).isTrue();
    assertThat(reading.warnings())
        .contains(
            FieldIssue.of("make", UNSEEN_VALUE, "dac"),
            FieldIssue.of("model", UNSEEN_VALUE, "Golf"));
  }

  @Test
  void anAliasOfAValueThatTrainingDidNotSeeIsThatUnseenValue() {
    RowReading reading = SCHEMA.read(Map.of("make", "zastava", "model", "206"));

    assertThat(SCHEMA.values(reading.row())).containsEntry("make", "Yugo");
    assertThat(reading.warnings()).contains(FieldIssue.of("make", UNSEEN_VALUE, "Yugo"));
  }
}
