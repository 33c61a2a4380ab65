package io.drivetrain.pipeline.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.access.problem.Problem;
import io.drivetrain.database.Database;
import io.drivetrain.database.DatabaseException;
import io.drivetrain.pipeline.engine.PipelineTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PipelineTest
class DatabaseErrorMapperTest {
  @Inject Database database;

  @ParameterizedTest
  @CsvSource({"08006, 503", "57P01, 503", "57P03, 503", "57014, 500", "23505, 500", "42601, 500"})
  void tellsAnUnreachableDatabaseFromAWrongStatement(String state, int status) {
    DatabaseException error =
        Assertions.catchThrowableOfType(
            DatabaseException.class,
            () -> database.update("do $$ begin raise sqlstate '" + state + "'; end $$"));

    Response answer = new DatabaseErrorMapper().database(error);

    assertThat(answer.getStatus()).isEqualTo(status);
    assertThat(((Problem) answer.getEntity()).detail()).doesNotContain("SQL", "Exception");
  }
}
