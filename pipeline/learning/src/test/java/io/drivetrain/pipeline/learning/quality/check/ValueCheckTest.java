package io.drivetrain.pipeline.learning.quality.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.pipeline.api.quality.Finding;
import io.drivetrain.pipeline.api.quality.SampleRow;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.engine.definition.DefinitionException;
import io.drivetrain.pipeline.learning.quality.expectation.Expectation;
import io.drivetrain.pipeline.learning.quality.expectation.ValueExpectation;
import io.drivetrain.pipeline.learning.quality.expectation.ValueType;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValueCheckTest {
  private static final String FLATS =
      """
      Ville,Pièces,Publié le,Note,Loyer
      Fès,3,2026-02-20,12,3000
      Rabat,99,2026-02-25,1.5,5000
      1984,4,2026-02-01,oui,4000
      Tanger,--,31/12/2025,2026-01-31,2500
      """;

  @TempDir Path folder;

  @Test
  void aValueOutsideItsBoundsIsStillOfItsType() {
    assertThat(find(new ValueExpectation.Holds("rooms", ValueType.INTEGERS, 1, null)).passed())
        .isTrue();
    assertThat(find(new ValueExpectation.Valid("rooms", 1, null)).passed()).isFalse();
  }

  @Test
  void textsThatCanBeReadAsATypeAreCounted() {
    assertThat(failing(ValueType.NUMBERS)).isEqualTo(2);
    assertThat(failing(ValueType.INTEGERS)).isEqualTo(3);
    assertThat(failing(ValueType.BOOLEANS)).isEqualTo(3);
    assertThat(failing(ValueType.DATES)).isEqualTo(3);
  }

  @Test
  void showsWhatIsOfAnotherType() {
    Finding days = find(new ValueExpectation.Holds("listed_on", ValueType.DATES, 0.9, null));

    assertThat(days.sentence())
        .isEqualTo(
            "column listed_on: expected 90.0 % dates or more, found 75.0 % (1 of 4 are not)"
                + " (first: line 5, '31/12/2025')");
  }

  @Test
  void aPatternMustMatchTheWholeCell() {
    Finding cities = find(new ValueExpectation.Matches("city", "\\p{L}+", 1, Severity.WARN));

    assertThat(cities.passed()).isFalse();
    assertThat(cities.samples()).containsExactly(new SampleRow(4, "1984"));
    assertThat(find(new ValueExpectation.Matches("city", "F", 0, null)).failing()).isEqualTo(4);
  }

  @Test
  void aPatternThatWouldBacktrackForEverTakesNoTime() {
    String csv = FLATS.replace("Fès", "a".repeat(50_000));

    Finding cities =
        QualityFixtures.finding(
            folder, csv, new ValueExpectation.Matches("city", "(a+)+b", 1, null));

    assertThat(cities.failing()).isEqualTo(4);
    assertThat(cities.samples().getFirst().value()).hasSize(203).endsWith("...");
  }

  @Test
  void refusesWhatIsNoPattern() {
    assertThatThrownBy(() -> new ValueExpectation.Matches("city", "(a", 1, null))
        .isInstanceOf(DefinitionException.class)
        .hasMessage("'(a' is not a pattern: its part '(a' is not complete, or not allowed");
    assertThatThrownBy(() -> new ValueExpectation.Matches("city", "(a)\\1", 1, null))
        .isInstanceOf(DefinitionException.class);
  }

  private long failing(ValueType type) {
    return find(new ValueExpectation.Holds("note", type, 0, null)).failing();
  }

  private Finding find(Expectation expectation) {
    return QualityFixtures.finding(folder, FLATS, expectation);
  }
}
