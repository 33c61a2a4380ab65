package io.drivetrain.models.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowColumnsTest {
  private static final Label LABEL = new Label("x", "x");
  private static final FeatureSchema SCHEMA =
      new FeatureSchema(
          List.of(
              new CategoricalFeature(
                  "city", LABEL, null, false, List.of(), true, null, Map.of(), null),
              new NumericFeature("area", LABEL, null, false, "m2", false, false, -9, 500, null),
              new BooleanFeature("furnished", LABEL, null, false, null),
              new DateFeature(
                  "free_from",
                  LABEL,
                  null,
                  false,
                  LocalDate.of(1900, 1, 1),
                  LocalDate.of(2100, 1, 1)),
              new TextFeature("note", LABEL, null, false, 100)),
          new Target("rent", LABEL, "MAD", null));
  private static final Row READ =
      SCHEMA
          .read(
              Map.of(
                  "city", "Fès",
                  "area", 80.5,
                  "furnished", false,
                  "free_from", "1965-03-01",
                  "note", "quiet"))
          .row();

  @Test
  void aViewIsTheRowThatWasPutIn() {
    Row view = columns(READ, SCHEMA.read(Map.of()).row()).get(0);

    assertThat(view).isEqualTo(READ).hasSameHashCodeAs(READ).hasToString(READ.toString());
    assertThat(READ).isEqualTo(view);
    assertThat(view.string(0)).isEqualTo("Fès");
    assertThat(view.number(1)).isEqualTo(80.5);
    assertThat(view.flag(2)).isFalse();
    assertThat(view.date(3)).isEqualTo(LocalDate.of(1965, 3, 1));
    assertThat(view.display(1)).isEqualTo("80.5");
    assertThat(SCHEMA.values(view)).isEqualTo(SCHEMA.values(READ));
  }

  @Test
  void whatWasNotPutInIsMissing() {
    Row empty = SCHEMA.read(Map.of()).row();
    Row view = columns(READ, empty).get(1);

    assertThat(view).isEqualTo(empty).isNotEqualTo(READ).hasSameHashCodeAs(empty);
    for (int i = 0; i < SCHEMA.size(); i++) {
      assertThat(view.isMissing(i)).isTrue();
      assertThat(view.value(i)).isEmpty();
      assertThat(view.display(i)).isEmpty();
    }
    assertThatThrownBy(() -> view.number(1)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void hasTheRowsOfItsSizeAndNoOthers() {
    RowColumns columns = columns(READ, READ);

    assertThat(columns).hasSize(2).containsExactly(READ, READ);
    assertThatThrownBy(() -> columns.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static RowColumns columns(Row... rows) {
    RowColumns columns = new RowColumns(SCHEMA, rows.length);
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < SCHEMA.size(); i++) {
        int at = row;
        int feature = i;
        rows[row].value(i).ifPresent(value -> columns.set(at, feature, value));
      }
    }
    return columns;
  }
}
