package io.drivetrain.webui.prediction.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.drivetrain.models.schema.FieldIssue;
import io.drivetrain.models.schema.IssueCode;
import io.drivetrain.webui.prediction.PredictionFixtures;
import io.drivetrain.webui.prediction.ServedModel;
import io.drivetrain.webui.prediction.batch.Batch.Result;
import io.drivetrain.webui.prediction.batch.UnreadableFileException.Reason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {
  private static final ServedModel CARS =
      new ServedModel("cars", "3", "Production", "", PredictionFixtures.carBundle());
  private static final String HEADER =
      "brand;model;year;mileage_km;fuel;fiscal_power;gearbox;first_hand;condition\n";
  private static final String LOGAN = "Dacia;Logan;2015;120000;Diesel;6;Manuelle;Non;Bon\n";

  @Test
  void everyRowIsPredictedOrRefusedWithItsLineAndReason() {
    List<Result> results =
        predict(HEADER + LOGAN + "\n" + LOGAN.replace("2015", "soon") + LOGAN.replace("Bon", "?"));

    assertThat(results).extracting(one -> one.line().number()).containsExactly(2, 4, 5);
    assertThat(results.getFirst().prediction().orElseThrow().asValue().value())
        .isEqualTo(
            CARS.bundle()
                .predict(CARS.bundle().schema().read(PredictionFixtures.logan()))
                .asValue()
                .value());
    assertThat(results.get(1).prediction()).isEmpty();
    assertThat(results.get(1).errors())
        .extracting(FieldIssue::code)
        .containsExactly(IssueCode.NOT_A_NUMBER);
    assertThat(results.get(2).errors()).extracting(FieldIssue::field).containsExactly("condition");
  }

  @Test
  void headersOfTheTrainingDataAndQuotedCellsAreRead() {
    Batch batch =
        batch(
            "Marque,model,year,Kilométrage,fuel,fiscal_power,gearbox,first_hand,condition,note\r\n"
                + "\"Dacia\",Logan,2015,\"120 000 km\",Diesel,6,Manuelle,Non,Bon,\"a \"\"b\"\"\nc\"\r\n");

    assertThat(batch.table().delimiter()).isEqualTo(',');
    assertThat(batch.unknown()).containsExactly("note");
    assertThat(batch.absent()).isEmpty();
    assertThat(batch.table().rows().getFirst().cells().getLast()).isEqualTo("a \"b\"\nc");
    assertThat(batch.predict(() -> false, done -> {}).getFirst().prediction()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252"})
  void encodingIsFound(String charset) {
    byte[] file =
        (HEADER.replace("condition", "\u00c9tat") + LOGAN.replace("Bon", "Tr\u00e8s bon"))
            .getBytes(Charset.forName(charset));

    Batch batch = Batch.read(file, CARS);

    assertThat(batch.table().charset()).isEqualTo(charset);
    assertThat(batch.table().rows().getFirst().cells()).endsWith("Très bon");
  }

  @Test
  void utf16OfASpreadsheetIsRead() {
    byte[] file = ("\ufeff" + HEADER + LOGAN).getBytes(StandardCharsets.UTF_16LE);

    assertThat(Batch.read(file, CARS).predict(() -> false, done -> {})).hasSize(1);
  }

  @Test
  void separatorThatExcelNotesIsTaken() {
    Batch batch = batch("sep=;\n" + HEADER + LOGAN);

    assertThat(batch.table().rows().getFirst().number()).isEqualTo(3);
    assertThat(batch.unknown()).isEmpty();
  }

  @Test
  void missingRequiredColumnIsToldBeforeAnythingIsPredicted() {
    assertThat(batch("brand;model\nDacia;Logan\n").absent())
        .containsExactly(
            "year", "mileage_km", "fuel", "fiscal_power", "gearbox", "first_hand", "condition");
  }

  @Test
  void cancelledBatchKeepsWhatWasDone() {
    List<Integer> done = new ArrayList<>();

    List<Result> results =
        batch(HEADER + LOGAN + LOGAN + LOGAN).predict(() -> done.size() == 2, done::add);

    assertThat(results).hasSize(2);
  }

  @Test
  void filesWithNothingToPredictSayWhy() {
    assertThat(reason("")).isEqualTo(Reason.NO_ROWS);
    assertThat(reason(HEADER)).isEqualTo(Reason.NO_ROWS);
    assertThat(reason("a;b\n1;2\n")).isEqualTo(Reason.NO_FIELDS);
    assertThat(reason(HEADER + "\"Dacia;Logan\n")).isEqualTo(Reason.OPEN_QUOTE);
    assertThat(reason(HEADER + "Dacia\n".repeat(Batch.MOST_ROWS + 1)))
        .isEqualTo(Reason.TOO_MANY_ROWS);
  }

  @Test
  void templateIsReadAsItIs() {
    assertThat(Batch.template(CARS))
        .containsEntry("brand", "Dacia")
        .containsEntry("mileage_km", "120000");
    assertThat(CARS.bundle().schema().read(Batch.template(CARS)).isUsable()).isTrue();
  }

  private static Reason reason(String file) {
    Reason[] found = new Reason[1];
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> batch(file))
        .satisfies(unreadable -> found[0] = unreadable.reason());
    return found[0];
  }

  private static List<Result> predict(String file) {
    return batch(file).predict(() -> false, done -> {});
  }

  private static Batch batch(String file) {
    return Batch.read(file.getBytes(StandardCharsets.UTF_8), CARS);
  }
}
