package io.drivetrain.pipeline.learning.quality.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.api.quality.Finding;
import io.drivetrain.pipeline.api.quality.SampleRow;
import io.drivetrain.pipeline.api.quality.Severity;
import io.drivetrain.pipeline.api.quality.Share;
import io.drivetrain.pipeline.learning.quality.expectation.Expectation;
import io.drivetrain.pipeline.learning.quality.expectation.FileExpectation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCheckTest {
  private static final String FLATS =
      """
      Ville,Pièces,Publié le,Note,Loyer
      Fès,3,2026-02-20,,3000
      Fès,3,2026-02-20,,3000
      Rabat,4,2026-02-25,,5000
      Fès,3,2026-02-01,,4000
      Tanger,--,2026-12-31,,2500
      """;

  @TempDir Path folder;

  @Test
  void theHeadersOfTheDefinitionAreExpectedWhenNoneAreNamed() {
    Finding columns = find(FLATS, new FileExpectation.Columns(null, null, null));

    assertThat(columns.passed()).isTrue();
    assertThat(columns.sentence())
        .isEqualTo(
            "expected exactly the columns 'Ville', 'Pièces', 'Publié le', 'Note', 'Loyer', found"
                + " all of them");
  }

  @Test
  void unexpectedColumnsAreNamed() {
    String csv = FLATS.replace("Loyer\n", "Loyer,Étage,Vue\n").replaceAll("(\\d{4})\n", "$1,1,2\n");

    Finding columns = find(csv, new FileExpectation.Columns(List.of(), false, Severity.WARN));

    assertThat(columns.passed()).isFalse();
    assertThat(columns.failing()).isEqualTo(2);
    assertThat(columns.observed()).isEqualTo("unexpected 'Étage', 'Vue'");
    assertThat(columns.samples())
        .containsExactly(new SampleRow(1, "Étage"), new SampleRow(1, "Vue"));
  }

  @Test
  void otherColumnsMayBeAllowedAndNamedOnesMustBeThere() {
    Finding columns =
        find(FLATS, new FileExpectation.Columns(List.of("city", "Étage"), true, null));

    assertThat(columns.passed()).isFalse();
    assertThat(columns.sentence())
        .isEqualTo("expected the columns 'Ville', 'Étage', found no 'Étage'");
  }

  @Test
  void rowsThatRepeatAnotherOneInSomeColumnsAreCounted() {
    Finding unique = find(FLATS, new FileExpectation.Unique(List.of("city", "rooms"), 0.6, null));

    assertThat(unique.column()).contains("city, rooms");
    assertThat(unique.passed()).isFalse();
    assertThat(unique.observed()).isEqualTo("50.0 % (2 of 4 are not)");
    assertThat(unique.samples())
        .containsExactly(
            new SampleRow(2, "city = Fès, rooms = 3: 2 times"),
            new SampleRow(5, "city = Fès, rooms = 3: first on line 2"));
    assertThat(unique.share()).isEqualTo(new Share(0.5, 0.6, true));
  }

  @Test
  void rowsThatAreAllDifferentAreUnique() {
    String csv = FLATS.replaceFirst("Fès,3,2026-02-20,,3000\n", "");

    assertThat(find(csv, new FileExpectation.Unique(List.of("city", "rent"), null, null)).passed())
        .isTrue();
  }

  @Test
  void theNewestDayMustNotBeLongAgoWhenTheRunStarts() {
    Finding fresh = find(FLATS, new FileExpectation.Fresh("listed_on", Duration.ofDays(3), null));

    assertThat(fresh.passed()).isFalse();
    assertThat(fresh.sentence())
        .isEqualTo(
            "column listed_on: expected a day not more than 3 days before 2026-03-01, found"
                + " 2026-02-25, 4 days before (first: line 4, '2026-02-25')");
    assertThat(fresh.failing()).isEqualTo(4);
    assertThat(
            find(FLATS, new FileExpectation.Fresh("listed_on", Duration.ofDays(4), null)).passed())
        .isTrue();
  }

  @Test
  void aFileWithoutDaysIsNotFresh() {
    String csv = FLATS.replaceAll("2026-\\d\\d-\\d\\d", "--");

    Finding fresh = find(csv, new FileExpectation.Fresh("listed_on", Duration.ofDays(4), null));

    assertThat(fresh.passed()).isFalse();
    assertThat(fresh.observed()).isEqualTo("no day before it");
  }

  private Finding find(String csv, Expectation expectation) {
    return QualityFixtures.finding(folder, csv, expectation);
  }
}
