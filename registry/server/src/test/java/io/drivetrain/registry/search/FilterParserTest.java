package io.drivetrain.registry.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.registry.search.Expression.And;
import io.drivetrain.registry.search.Expression.Comparison;
import io.drivetrain.registry.search.Expression.Identifier;
import io.drivetrain.registry.search.Expression.Literal;
import io.drivetrain.registry.search.Expression.Membership;
import io.drivetrain.registry.search.Expression.Not;
import io.drivetrain.registry.search.Expression.Or;
import io.drivetrain.registry.search.Expression.Presence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterParserTest {
  @Test
  void readsComparisonsJoinedByAnd() {
    var filter =
        FilterParser.parse(
            "metrics.acc >= 0.5 and params.`learning rate`='1' AND tags.\"a.b\" LIKE \"x%\"");

    assertThat(filter)
        .isEqualTo(
            new And(
                List.of(
                    new Comparison(
                        new Identifier("metrics", "acc", 0),
                        Operator.GREATER_OR_EQUAL,
                        new Literal.Number(0.5)),
                    new Comparison(
                        Identifier.quoted("params", "learning rate", 23),
                        Operator.EQUAL,
                        new Literal.Text("1")),
                    new Comparison(
                        Identifier.quoted("tags", "a.b", 54),
                        Operator.LIKE,
                        new Literal.Text("x%")))));
  }

  @Test
  void readsMembershipAndPresence() {
    var filter =
        FilterParser.parse("run_id NOT IN ('a', \"b\") AND tags.x IS NOT NULL AND tags.y is null");

    assertThat(filter.parts())
        .containsExactly(
            new Membership(new Identifier("", "run_id", 0), true, List.of("a", "b")),
            new Presence(new Identifier("tags", "x", 29), true),
            new Presence(new Identifier("tags", "y", 52), false));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "-1.5, -1.5", "1e0, 1", "+.5, 0.5", "2.5E-3, 0.0025", "1e+2, 100"})
  void readsNumbers(String text, double value) {
    var comparison = (Comparison) FilterParser.parse("metrics.m<" + text).parts().getFirst();

    assertThat(comparison.literal()).isEqualTo(new Literal.Number(value));
  }

  @ParameterizedTest
  @CsvSource({
    "metrics.a-b.c > 1, metrics, a-b.c",
    "Run name = 'x', '', Run name",
    "attribute.name = 'x', attribute, name"
  })
  void cutsIdentifiersAtTheFirstDot(String filter, String entity, String key) {
    var comparison = (Comparison) FilterParser.parse(filter).parts().getFirst();

    assertThat(comparison.identifier()).isEqualTo(new Identifier(entity, key, 0));
  }

  @Test
  void tellsAQuotedKeyFromABareOneAndReadsAWordBehindIt() {
    assertThat(identifier("`name` = 'x'")).isEqualTo(Identifier.quoted("", "name", 0));
    assertThat(identifier("metrics.x.min > 1")).isEqualTo(new Identifier("metrics", "x.min", 0));
    assertThat(identifier("metrics.`x.min` > 1"))
        .isEqualTo(Identifier.quoted("metrics", "x.min", 0));
    assertThat(identifier("metrics.`x`.min > 1"))
        .isEqualTo(new Identifier("metrics", "x", true, "min", 0));
  }

  private static Identifier identifier(String filter) {
    return ((Comparison) FilterParser.parse(filter).parts().getFirst()).identifier();
  }

  @Test
  void bindsNotTighterThanAndAndAndTighterThanOr() {
    var filter =
        FilterParser.parse("not name='a' AND name='b' or (name='c' OR name='d') and name='e'");

    assertThat(filter.parts())
        .containsExactly(
            new Or(
                List.of(
                    new And(List.of(new Not(named("a", 4)), named("b", 17))),
                    new And(
                        List.of(
                            new Or(List.of(named("c", 30), named("d", 42))), named("e", 56))))));
  }

  private static Comparison named(String value, int position) {
    return new Comparison(
        new Identifier("", "name", position), Operator.EQUAL, new Literal.Text(value));
  }

  @Test
  void refusesAFilterThatIsTooDeep() {
    assertThat(FilterParser.parse("(".repeat(32) + "name = 'a'" + ")".repeat(32)).parts())
        .hasSize(1);
    assertThatThrownBy(() -> FilterParser.parse("(".repeat(33) + "name = 'a'" + ")".repeat(33)))
        .hasMessageContaining(
            "character 33: expected no more than 32 levels of NOT and parentheses, found '('");
    assertThatThrownBy(() -> FilterParser.parse("NOT ".repeat(33) + "name = 'a'"))
        .hasMessageContaining("character 129: expected no more than 32 levels");
  }

  @Test
  void matchesEverythingWithoutAFilter() {
    assertThat(FilterParser.parse(null)).isEqualTo(new And(List.of()));
    assertThat(FilterParser.parse("")).isEqualTo(new And(List.of()));
  }

  @Test
  void toleratesAnAndAtTheEnd() {
    assertThat(FilterParser.parse("metrics.a > 1 AND").parts()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'  ' | character 3: expected an identifier such as metrics.rmse or params.`learning rate`, found the end",
        "metrics.a > | character 12: expected a number or a text in quotes, found the end",
        "metrics.a ~ 1 | character 11: '~' cannot stand here",
        "metrics.a > 1 XOR metrics.b > 1 | character 15: expected AND, OR or the end, found 'XOR'",
        "metrics.a > 1 metrics.b > 1 | character 15: expected AND, OR or the end",
        "metrics.a > 1 OR | character 17: expected an identifier such as metrics.rmse or params.`learning rate`, found the end",
        "(metrics.a > 1 | character 15: expected AND, OR or ), found the end",
        "metrics.a > 1) | character 14: expected AND, OR or the end, found ')'",
        "() | character 2: expected an identifier",
        "metrics.`a`. > 1 | character 12: expected a word after the dot",
        "metrics.a > 1; drop table run | character 14: ';' cannot stand here",
        "metrics. > 1 | character 10: expected a key after 'metrics.'",
        "metrics.a > one | character 13: expected a number or a text in quotes, found 'one'",
        "metrics.a BETWEEN 1 AND 2 | character 11: expected one of",
        "params.a = `x` | character 12: expected a number or a text in quotes",
        "params.a = \"x | character 12: the quote that opens here is never closed",
        "run_id IN () | character 12: expected a text in quotes",
        "run_id IN (1) | character 12: expected a text in quotes",
        "run_id IN \"a\" | character 11: expected ( after IN",
        "run_id NOT LIKE \"a\" | character 12: expected IN after NOT",
        "tags.a IS 1 | character 11: expected NULL"
      })
  void saysWhereAFilterIsWrong(String filter, String message) {
    assertThatThrownBy(() -> FilterParser.parse(filter))
        .hasMessageStartingWith("Invalid filter")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"metrics.a ASC ASC", "metrics.a NULLS LAST", "", "metrics.a, metrics.b"})
  void refusesAnOrderThatIsMoreThanOneColumn(String order) {
    assertThatThrownBy(() -> Order.parse(List.of(order)))
        .hasMessageStartingWith("Invalid order_by at character");
  }

  @Test
  void readsOrders() {
    assertThat(Order.parse(List.of("metrics.a desc", "params.`b c`", "start_time ASC")))
        .containsExactly(
            new Order(new Identifier("metrics", "a", 0), false),
            new Order(Identifier.quoted("params", "b c", 0), true),
            new Order(new Identifier("", "start_time", 0), true));
  }

  @Test
  void refusesAnEndlessFilter() {
    assertThatThrownBy(() -> FilterParser.parse("metrics.a > 1 AND ".repeat(101)))
        .hasMessageContaining("101 comparisons, the limit is 100");
  }
}
