package io.drivetrain.pipeline.engine.catalog;

import io.drivetrain.database.Database;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The texts of all definitions that were ever loaded. */
@ApplicationScoped
class DefinitionRepository {
  private final Database database;

  DefinitionRepository(Database database) {
    this.database = database;
  }

  void keep(PipelineDefinition definition, String source) {
    database.update(
        """
        insert into pipeline_definition (version, pipeline, source) values (?, ?, ?)
        on conflict (version) do nothing
        """,
        definition.version(),
        definition.id(),
        source);
  }

  Optional<String> findSource(String version) {
    return database.find(
        row -> row.text("source"),
        "select source from pipeline_definition where version = ?",
        version);
  }
}
