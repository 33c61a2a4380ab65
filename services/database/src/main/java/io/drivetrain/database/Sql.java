package io.drivetrain.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;

/**
 * A piece of SQL with the values of its question marks. The text comes from this program only;
 * everything that a client sent is a value.
 */
public record Sql(String text, List<Object> values) {
  public static final Sql NOTHING = new Sql("", List.of());

  public Sql {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  public static Sql of(String text, Object... values) {
    return new Sql(text, Arrays.asList(values));
  }

  public Sql then(Sql next) {
    var all = new ArrayList<>(values);
    all.addAll(next.values);
    return new Sql(text + " " + next.text, all);
  }

  public Sql then(String text, Object... values) {
    return then(of(text, values));
  }

  public static Sql join(String separator, List<Sql> pieces) {
    var text = new StringJoiner(separator);
    var values = new ArrayList<Object>();
    for (var piece : pieces) {
      text.add(piece.text);
      values.addAll(piece.values);
    }
    return new Sql(text.toString(), values);
  }
}
