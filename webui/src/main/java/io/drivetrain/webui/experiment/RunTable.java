package io.drivetrain.webui.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a table of runs shows: all that its address says.
 *
 * @param columns in their order; empty: nobody has chosen any
 */
public record RunTable(RunQuery query, List<RunColumn> columns) {
  /** Query parameter; may come several times. */
  public static final String EXPERIMENT = "experiment";

  static final String FILTER = "filter";
  static final String ORDER = "order";
  static final String SHOWN = "shown";
  static final String COLUMN = "column";

  public static final RunTable ALL = new RunTable(RunQuery.ALL, List.of());

  public RunTable {
    columns = List.copyOf(columns);
  }

  /** What an address says; what it says wrong is left out. */
  public static RunTable of(Map<String, List<String>> parameters) {
    RunQuery query =
        new RunQuery(
            parameters.getOrDefault(EXPERIMENT, List.of()).stream()
                .filter(id -> id.matches("\\d{1,18}"))
                .toList(),
            first(parameters, FILTER).orElse(""),
            Shown.of(first(parameters, SHOWN).orElse("")),
            first(parameters, ORDER).flatMap(RunOrder::parse));
    List<RunColumn> columns =
        parameters.getOrDefault(COLUMN, List.of()).stream()
            .flatMap(text -> RunColumn.parse(text).stream())
            .toList();
    return new RunTable(query, columns);
  }

  private static Optional<String> first(Map<String, List<String>> parameters, String name) {
    return parameters.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** The query parameters of its address, in a fixed order; what is as usual has none. */
  public Map<String, List<String>> parameters() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    put(parameters, EXPERIMENT, query.experiments());
    put(parameters, FILTER, query.filter().isEmpty() ? List.of() : List.of(query.filter()));
    put(parameters, ORDER, query.order().stream().map(RunOrder::text).toList());
    put(
        parameters,
        SHOWN,
        query.shown() == Shown.ACTIVE ? List.of() : List.of(query.shown().text()));
    put(parameters, COLUMN, columns.stream().map(RunColumn::text).toList());
    return parameters;
  }

  private static void put(Map<String, List<String>> parameters, String name, List<String> values) {
    if (!values.isEmpty()) {
      parameters.put(name, values);
    }
  }

  public RunTable with(RunQuery other) {
    return new RunTable(other, columns);
  }

  public RunTable withColumns(List<RunColumn> others) {
    return new RunTable(query, others);
  }
}
