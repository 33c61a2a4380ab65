package io.drivetrain.pipeline.learning.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.api.report.HoldOutReport;
import io.drivetrain.pipeline.learning.html.Language;
import io.drivetrain.pipeline.learning.html.PageText;
import io.drivetrain.pipeline.learning.report.PredictedRows;
import io.drivetrain.pipeline.learning.report.PredictedRows.PredictedRow;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldOutSectionTest {
  private static final PageText TEXT = PageText.of("report", Language.EN);

  @Test
  void drawsAnEvenSampleOfManyRows() {
    List<PredictedRow> rows = IntStream.range(0, 5000).mapToObj(i -> row(i, i)).toList();

    HoldOutSection section = of(rows);

    assertThat(HoldOutSection.sample(rows))
        .hasSize(400)
        .startsWith(row(0, 0))
        .endsWith(row(4999, 4999));
    assertThat(section.scatterCaption()).contains("400 of 5,000 rows");
  }

  @Test
  void hasRoomAroundOneValue() {
    HoldOutSection section = of(List.of(row(7, 7)));

    assertThat(section.scatter().split("<circle", -1)).hasSize(1 + 1);
    assertThat(section.scatterCaption()).endsWith("0 rows are outside the chart.");
  }

  private static PredictedRow row(double actual, double predicted) {
    return new PredictedRow(actual, predicted, actual - 1, actual + 1);
  }

  private static HoldOutSection of(List<PredictedRow> rows) {
    HoldOutReport holdOut = new HoldOutReport("MAD", rows.size(), 0, 1, 1, 1);
    return HoldOutSection.of(holdOut, new PredictedRows(rows), TEXT);
  }
}
