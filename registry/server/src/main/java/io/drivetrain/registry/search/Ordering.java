package io.drivetrain.registry.search;

import io.drivetrain.database.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * The SQL of an {@code order_by}: the joins that reach the values, and the columns to order by.
 *
 * @param joins empty text where none is needed
 */
public record Ordering(Sql joins, List<String> columns) {
  public Ordering {
    columns = List.copyOf(columns);
  }

  /** With the columns that decide between equals. */
  public Sql orderBy(String... tieBreakers) {
    var all = new ArrayList<>(columns);
    all.addAll(List.of(tieBreakers));
    return Sql.of("order by " + String.join(", ", all));
  }
}
