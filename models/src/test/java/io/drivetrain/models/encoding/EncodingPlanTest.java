package io.drivetrain.models.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodingPlanTest {

  private static final ObjectMapper YAML = new YAMLMapper();

  @Test
  void isReadFromADefinition() throws Exception {
    EncodingPlan plan =
        YAML.readValue(
            """
            target: log
            columns:
              - {type: number, feature: mileage_km}
              - {type: age, feature: year}
              - {type: age, feature: sold, reference: 2026}
              - {type: levels, feature: condition, levels: [Correct, Bon], unseen: -2}
              - {type: indicator, feature: fuel, value: Diesel}
              - {type: target_mean, features: [brand, model], smoothing: 20}
              - {type: target_mean, features: [brand]}
              - {type: missing, feature: gearbox}
            """,
            EncodingPlan.class);

    assertThat(plan)
        .isEqualTo(
            new EncodingPlan(
                TargetTransform.LOG,
                List.of(
                    new ColumnPlan.Number("mileage_km"),
                    new ColumnPlan.Age("year", null),
                    new ColumnPlan.Age("sold", 2026),
                    new ColumnPlan.Levels("condition", List.of("Correct", "Bon"), -2.0, -1.0),
                    new ColumnPlan.Indicator("fuel", "Diesel"),
                    new ColumnPlan.TargetMean(List.of("brand", "model"), 20.0),
                    new ColumnPlan.TargetMean(List.of("brand"), 10.0),
                    new ColumnPlan.Missing("gearbox"))));
  }

  @Test
  void leavesTheTargetAsItIsUnlessToldOtherwise() throws Exception {
    assertThat(YAML.readValue("columns: [{type: number, feature: a}]", EncodingPlan.class).target())
        .isEqualTo(TargetTransform.IDENTITY);
  }

  @Test
  void refusesWrongStates() {
    assertThatIllegalArgumentException().isThrownBy(() -> new EncodingPlan(null, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ColumnPlan.TargetMean(List.of(), 1.0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ColumnPlan.TargetMean(Collections.nCopies(9, "a"), 1.0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ColumnPlan.TargetMean(List.of("a"), -1.0));
  }
}
