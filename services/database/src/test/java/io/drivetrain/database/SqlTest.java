package io.drivetrain.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlTest {
  @Test
  void keepsValuesInTheOrderOfTheirQuestionMarks() {
    var sql = Sql.of("select * from run where id = ?", 7).then("and name = ?", "a");

    assertThat(sql.text()).isEqualTo("select * from run where id = ? and name = ?");
    assertThat(sql.values()).containsExactly(7, "a");
  }

  @Test
  void joinsPiecesWithTheirValues() {
    var sql = Sql.join(" or ", List.of(Sql.of("a = ?", 1), Sql.of("b = ?", new Object[] {null})));

    assertThat(sql.text()).isEqualTo("a = ? or b = ?");
    assertThat(sql.values()).containsExactly(1, null);
  }
}
