package io.drivetrain.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drivetrain.database.Database.Query;
import io.drivetrain.embedded.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseTest {
  private static Database database;

  private enum Color {
    RED
  }

  @BeforeAll
  static void connect() {
    database = new Database(source(TestServers.ofThisJvm().freshDatabase()));
    database.update("create table thing (id bigint primary key, name text)");
  }

  private static PGSimpleDataSource source(String url) {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser("postgres");
    source.setPassword(TestServers.ofThisJvm().postgres().password());
    return source;
  }

  @Test
  void bindsInstantsDurationsConstantsAndListsAsPostgresReadsThem() {
    var moment = Instant.parse("2026-03-01T10:15:30.123456Z");

    var found =
        database.find(
            row ->
                List.of(
                    row.instant("moment"),
                    row.millis("pause"),
                    row.constant(Color.class, "color"),
                    row.texts("names")),
            "select ?::timestamptz as moment, ?::bigint as pause, ? as color, ?::text[] as names",
            moment,
            Duration.ofSeconds(2),
            Color.RED,
            List.of("a", "b"));

    assertThat(found)
        .contains(List.of(moment, Duration.ofSeconds(2), Color.RED, List.of("a", "b")));
  }

  @Test
  void readsNullOfEveryTypeThatMayBeNull() {
    var found =
        database.query(
            row ->
                row.text("t") == null
                    && row.instant("i") == null
                    && row.constant(Color.class, "t") == null
                    && row.value(Integer.class, "n") == null,
            "select null::text as t, null::timestamptz as i, null::int as n");

    assertThat(found).containsExactly(true);
  }

  @Test
  void readsSeveralQueriesInOneRoundTrip() {
    var seen = new ArrayList<String>();

    database.read(
        new Query(
            Sql.of("select n from generate_series(1, ?) n", 2),
            row -> seen.add("first " + row.number(1))),
        new Query(Sql.of("select ? as name", "b"), row -> seen.add("second " + row.text("name"))));

    assertThat(seen).containsExactly("first 1", "first 2", "second b");
  }

  @Test
  void keepsNothingOfSeveralStatementsWhenOneFails() {
    var refused =
        catchThrowableOfType(
            DatabaseException.class,
            () ->
                database.read(
                    new Query(Sql.of("insert into thing values (1, 'kept?')"), _ -> {}),
                    new Query(Sql.of("insert into thing values (1, 'twice')"), _ -> {})));

    assertThat(refused.isUnreachable()).isFalse();
    assertThat(database.query(row -> row.text("name"), "select name from thing where id = 1"))
        .isEmpty();
  }

  @Test
  void countsChangedRows() {
    database.update("insert into thing values (10, 'a'), (11, 'b')");

    assertThat(database.update("update thing set name = ? where id >= ?", "c", 10)).isEqualTo(2);
  }

  @Test
  void tellsAServerThatIsAwayFromAStatementThatIsRefused() {
    var away = new Database(source("jdbc:postgresql://127.0.0.1:1/nowhere"));

    var error = catchThrowableOfType(DatabaseException.class, () -> away.update("select 1"));

    assertThat(error.isUnreachable()).isTrue();
  }
}
