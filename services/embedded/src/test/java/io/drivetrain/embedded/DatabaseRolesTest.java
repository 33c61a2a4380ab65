package io.drivetrain.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseRolesTest {
  private static final LocalPostgres POSTGRES = TestServers.ofThisJvm().postgres();

  @TempDir Path folder;
  private String url;
  private DatabaseRoles roles;

  @BeforeEach
  void makeDatabase() {
    url = TestServers.ofThisJvm().freshDatabase();
    roles = DatabaseRoles.in(folder.resolve("roles"));
  }

  @Test
  void anOwnerMigratesAndTheApplicationReadsAndWritesRowsOnly() throws Exception {
    apply();
    as(
        "registry_owner",
        "create table registry.run (id int generated always as identity, name text)");

    as("registry", "insert into registry.run (name) values ('first')");

    assertThat(rows("registry", "select id || name from registry.run")).containsExactly("1first");
    refuses("registry", "alter table registry.run add column more int");
    refuses("registry", "drop table registry.run");
    refuses("registry", "truncate registry.run");
    refuses("registry", "create table registry.other (id int)");
    refuses("registry", "create table public.other (id int)");
    refuses("registry", "create temporary table other (id int)");
  }

  @Test
  void nobodyIsASuperuserOrSeesTheOthersRows() throws Exception {
    apply();
    as("pipeline_owner", "create table pipeline.run (id int)");

    assertThat(
            rows(
                "registry",
                """
                select rolname from pg_roles
                where rolname in ('registry', 'registry_owner', 'pipeline', 'pipeline_owner', 'webui', 'webui_owner')
                  and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication)
                """))
        .isEmpty();
    refuses("registry", "select * from pipeline.run");
    refuses("registry_owner", "select * from pipeline.run");
    refuses("webui", "select * from pipeline.run");
    refuses("webui", "create table webui.saved_view (id int)");
    refuses("registry", "set role registry_owner");
    refuses("registry", "copy (select 1) to program 'true'");
  }

  @Test
  void takesOverWhatTheSuperuserOfAnEarlierReleaseOwns() throws Exception {
    superuser(
        """
        create schema registry;
        create type registry.state as enum ('NEW');
        create domain registry.name as text;
        create table registry.run (id bigserial primary key, state registry.state, name registry.name);
        create view registry.runs as select * from registry.run;
        create sequence registry.number;
        create function registry.twice(i int) returns int language sql as 'select 2 * i';
        insert into registry.run (state, name) values ('NEW', 'old');
        """);

    apply();
    apply();

    as("registry", "insert into registry.run (state, name) values ('NEW', 'new')");
    as("registry_owner", "alter table registry.run add column more int");
    as("registry_owner", "alter type registry.state add value 'OLD'");
    as("registry_owner", "drop view registry.runs");
    as("registry_owner", "drop function registry.twice");
    as("registry_owner", "drop sequence registry.number");
    assertThat(rows("registry", "select id || name from registry.run order by id"))
        .containsExactly("1old", "2new");
  }

  @Test
  void passwordsAreInFilesOfTheirOwnerAndOfAnyCharacters() throws Exception {
    apply();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("roles/registry"))))
        .isEqualTo("rw-------");

    String odd = "a'b\"c\\d$e%f é{}:@ #";
    Map<String, String> passwords =
        Map.of(
            "registry",
            odd,
            "registry_owner",
            odd,
            "pipeline",
            "p",
            "pipeline_owner",
            "p",
            "webui",
            "p",
            "webui_owner",
            "p");
    new DatabaseRoles(passwords).applyTo(POSTGRES, database());

    try (Connection connection = DriverManager.getConnection(url, "registry", odd)) {
      assertThat(connection.isValid(10)).isTrue();
    }
  }

  private void apply() {
    roles.applyTo(POSTGRES, database());
  }

  private String database() {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private void refuses(String role, String sql) {
    assertThatThrownBy(() -> as(role, sql))
        .isInstanceOf(SQLException.class)
        .matches(e -> ((SQLException) e).getSQLState().equals("42501"), "insufficient privilege");
  }

  private void as(String role, String sql) throws SQLException {
    execute(role, roles.passwords().get(role), sql);
  }

  private void superuser(String sql) throws SQLException {
    execute(LocalPostgres.USER, POSTGRES.password(), sql);
  }

  private void execute(String user, String password, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> rows(String role, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(url, role, roles.passwords().get(role));
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return rows;
    }
  }
}
