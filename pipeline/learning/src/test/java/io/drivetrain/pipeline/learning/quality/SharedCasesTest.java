package io.drivetrain.pipeline.learning.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drivetrain.access.problem.ForbiddenWords;
import io.drivetrain.pipeline.api.quality.LineCounts;
import io.drivetrain.pipeline.engine.step.StepResult;
import io.drivetrain.pipeline.learning.RentPipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files of 1,200 listings with one defect each, checked by the definition that is shipped. Their
 * twins are in the tests of the source.
 */
class SharedCasesTest {
  private static final String STEP = "check_data_quality";
  private static final Path CASES = Path.of("../../../shared/cases/csv");

  @RegisterExtension private final RentPipeline pipeline = new RentPipeline();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          00-base.csv                             | 1200 |  4 | 0 |
          01-utf8-bom.csv                         | 1200 |  4 | 0 |
          03-cp1252-euro-sign-price.csv           | 1200 |  4 | 0 | The text is read as windows-1252.
          04-utf16le-bom-excel-unicode-text.csv   | 1200 |  4 | 0 | The text is read as UTF-16LE.
          09-excel-sep-line.csv                   | 1200 |  4 | 0 | Lines above the header that are skipped: 1.
          10-title-lines-above-header.csv         | 1200 |  4 | 0 |
          11-blank-first-line.csv                 | 1200 |  4 | 0 |
          24-header-nbsp.csv                      | 1200 |  4 | 0 |
          30-nul-byte-one-cell.csv                | 1199 |  4 | 1 |
          40-price-point-groups-decimal-comma.csv | 1200 |  4 | 0 |
          43-missing-as-NaN.csv                   | 1200 |  4 | 0 |
          44-missing-as-null.csv                  | 1200 |  4 | 0 |
          45-missing-as-dash.csv                  | 1200 |  4 | 0 |
          46-model-missing-as-NA-NaN.csv          | 1200 | 43 | 0 |
          51-brand-case-and-space-variants.csv    | 1200 |  4 | 0 |
          57-gzip.csv.gz                          | 1200 |  4 | 0 |
          62-utf8-with-one-latin1-byte.csv        | 1199 |  4 | 1 |
          72-blank-lines-then-bad-price.csv       | 1200 |  5 | 0 |
          80-lf-file-with-one-crlf-line.csv       | 1200 |  4 | 0 |
          88-missing-as-NA-R-write-csv.csv        | 1200 |  4 | 0 |
          91-price-with-MAD-prefix.csv            | 1200 |  4 | 0 |
          """)
  void isAcceptedWithItsCounts(String name, long rows, long refused, long lost, String note)
      throws IOException {
    StepResult result = check(name);

    JsonNode profile = report().path("profile");
    LineCounts lines = new ObjectMapper().convertValue(profile.path("lines"), LineCounts.class);
    assertThat(result).isInstanceOf(StepResult.Succeeded.class);
    assertThat(profile.path("rows").asLong()).isEqualTo(rows);
    assertThat(profile.path("dropped").path("refused").asLong()).isEqualTo(refused);
    assertThat(lines.refused()).isEqualTo(lost);
    assertThat(
            lines.header()
                + lines.rows()
                + lines.refused()
                + lines.blank()
                + lines.skipped()
                + lines.breaks())
        .isEqualTo(lines.lines());
    if (note != null) {
      assertThat(profile.path("notes")).extracting(JsonNode::asText).contains(note);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          26-two-opening-quotes-500-rows-apart.csv | 'a quote opens on line 302 and closes on line 802: the 500 lines between are no cell'
          27-one-opening-quote-never-closed.csv    | the quote that opens on line 302 is never closed
          """)
  void isRejectedWithTheLine(String name, String message) throws IOException {
    StepResult result = check(name);

    assertThat(result).isInstanceOf(StepResult.Rejected.class);
    assertThat(((StepResult.Rejected) result).message()).contains(message);
    assertThat(ForbiddenWords.in(((StepResult.Rejected) result).message())).isEmpty();
  }

  private StepResult check(String name) throws IOException {
    Path file = CASES.resolve(name);
    assumeTrue(Files.exists(file), name + " is not here");
    return pipeline
        .definition(Files.readString(Path.of("../definitions/car-price.yaml")))
        .data(Files.readAllBytes(file))
        .start()
        .with("data", "rents.csv")
        .run(STEP);
  }

  private JsonNode report() {
    return pipeline.registry().json(pipeline.registry().onlyRun(), "quality_report.json");
  }
}
