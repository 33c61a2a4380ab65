package io.drivetrain.pipeline.learning.quality.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drivetrain.pipeline.learning.data.duckdb.LockedDuckDb;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The SQL of a definition, as DuckDB's own parser reads it: one query, of the table {@code data}
 * and nothing else.
 *
 * @param columns last names of the columns that it mentions, without repeats
 */
public record SqlText(String sql, List<String> columns) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What other places than a table name can be read from. */
  private static final Set<String> FOREIGN = Set.of("TABLE_FUNCTION", "SHOW_REF");

  /**
   * Functions that tell of this machine, or make values of any size out of nothing: DuckDB holds
   * these neither to its memory limit nor to a limit of time.
   */
  private static final Set<String> REFUSED =
      Set.of(
          "array_resize",
          "bar",
          "bitstring",
          "current_setting",
          "format",
          "generate_series",
          "list_resize",
          "lpad",
          "printf",
          "range",
          "repeat",
          "rpad");

  /**
   * A condition, as the query of its value for every row.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static SqlText condition(LockedDuckDb duckDb, String condition) throws SQLException {
    // The line break ends a comment with which the condition may end.
    SqlText text = query(duckDb, "select (%s\n) from %s".formatted(condition, SqlTable.NAME));
    JsonNode select = node(duckDb, text.sql);
    if (!isOneExpression(select)) {
      throw new IllegalArgumentException("must be one condition, such as price > 0");
    }
    return text;
  }

  /**
   * A whole query.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static SqlText query(LockedDuckDb duckDb, String query) throws SQLException {
    JsonNode node = node(duckDb, query);
    refuseOtherTables(node);
    refuseFunctions(node);
    Set<String> columns = new LinkedHashSet<>();
    node.findValues("column_names")
        .forEach(names -> columns.add(names.path(names.size() - 1).asText()));
    return new SqlText(query, List.copyOf(columns));
  }

  private static JsonNode node(LockedDuckDb duckDb, String query) throws SQLException {
    JsonNode tree = tree(duckDb, query);
    if (tree.path("error").asBoolean()) {
      boolean noQuery = tree.path("error_type").asText().equals("not implemented");
      throw new IllegalArgumentException(
          noQuery
              ? "must be one query that reads"
              : SqlWords.of(tree.path("error_message").asText()));
    }
    if (tree.path("statements").size() != 1) {
      throw new IllegalArgumentException("must be one query that reads");
    }
    return tree.path("statements").path(0).path("node");
  }

  private static JsonNode tree(LockedDuckDb duckDb, String query) throws SQLException {
    try (PreparedStatement statement =
        duckDb.connection().prepareStatement("select json_serialize_sql(?)")) {
      statement.setString(1, query);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return JSON.readTree(result.getString(1));
      }
    } catch (JsonProcessingException tooDeep) {
      throw new IllegalArgumentException("is nested too deeply", tooDeep);
    }
  }

  /** A condition that closes its parenthesis early could add clauses, or a second query. */
  private static boolean isOneExpression(JsonNode node) {
    return node.path("type").asText().equals("SELECT_NODE")
        && node.path("select_list").size() == 1
        && !node.path("select_list").path(0).path("type").asText().equals("STAR")
        && node.path("modifiers").isEmpty()
        && node.path("cte_map").path("map").isEmpty()
        && node.path("from_table").path("type").asText().equals("BASE_TABLE")
        && node.path("from_table").path("table_name").asText().equalsIgnoreCase(SqlTable.NAME)
        && node.path("where_clause").isNull()
        && node.path("group_expressions").isEmpty()
        && node.path("having").isNull()
        && node.path("qualify").isNull()
        && node.path("sample").isNull();
  }

  private static void refuseOtherTables(JsonNode node) {
    Set<String> named = new HashSet<>();
    node.findValues("cte_map")
        .forEach(ctes -> ctes.path("map").forEach(cte -> named.add(cte.path("key").asText())));
    for (JsonNode part : node.findParents("type")) {
      String type = part.path("type").asText();
      String table = part.path("table_name").asText();
      boolean other =
          type.equals("BASE_TABLE")
              && !table.equalsIgnoreCase(SqlTable.NAME)
              && !named.contains(table);
      if (other || FOREIGN.contains(type)) {
        throw new IllegalArgumentException(
            "there is no table %s; the rows of the file are the table %s"
                .formatted(table.isEmpty() ? "beside it" : "'" + table + "'", SqlTable.NAME));
      }
    }
  }

  private static void refuseFunctions(JsonNode node) {
    for (JsonNode name : node.findValues("function_name")) {
      if (REFUSED.contains(name.asText().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("may not call " + name.asText());
      }
    }
  }
}
