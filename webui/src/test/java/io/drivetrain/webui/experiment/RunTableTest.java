package io.drivetrain.webui.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunTableTest {

  @Test
  void addressHoldsAllThatWasChosen() {
    RunTable table =
        new RunTable(
            new RunQuery(
                List.of("3", "1"),
                "metrics.rmse < 5",
                Shown.DELETED,
                Optional.of(new RunOrder(RunField.metric("val.rmse"), true))),
            List.of(
                new RunColumn(RunField.of(RunAttribute.NAME)),
                new RunColumn(RunField.param("learning rate"), OptionalInt.of(120))));

    assertThat(table.parameters())
        .isEqualTo(
            Map.of(
                "experiment", List.of("3", "1"),
                "filter", List.of("metrics.rmse < 5"),
                "order", List.of("-metrics.val.rmse"),
                "shown", List.of("deleted"),
                "column", List.of("name", "params.learning rate@120")));
    assertThat(RunTable.of(table.parameters())).isEqualTo(table);
  }

  @Test
  void whatIsAsUsualHasNoPlaceInTheAddress() {
    assertThat(RunTable.ALL.parameters()).isEmpty();
    assertThat(RunTable.of(Map.of())).isEqualTo(RunTable.ALL);
  }

  @Test
  void wrongPartsOfAnAddressAreLeftOut() {
    RunTable table =
        RunTable.of(
            Map.of(
                "experiment", List.of("1", "x' OR '1", "1"),
                "order", List.of("model"),
                "shown", List.of("everything"),
                "column", List.of("nothing", "metrics.", "metrics.rmse")));

    assertThat(table)
        .isEqualTo(
            new RunTable(
                RunQuery.ALL.withExperiments(List.of("1")),
                List.of(new RunColumn(RunField.metric("rmse")))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"attributes.run_name ASC", "metrics.rmse DESC", "params.`learning rate` ASC"})
  void ordersAreWrittenInTheSearchLanguage(String orderBy) {
    String text =
        switch (orderBy) {
          case "attributes.run_name ASC" -> "name";
          case "metrics.rmse DESC" -> "-metrics.rmse";
          default -> "params.learning rate";
        };

    assertThat(RunOrder.parse(text)).map(RunOrder::orderBy).contains(orderBy);
  }
}
