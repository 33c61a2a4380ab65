package io.drivetrain.pipeline.learning.quality;

import io.drivetrain.models.schema.DateFeature;
import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.models.schema.TextFeature;
import io.drivetrain.pipeline.engine.definition.DefinitionException;
import io.drivetrain.pipeline.learning.data.duckdb.IngestConfig;
import io.drivetrain.pipeline.learning.quality.expectation.EarlierDataExpectation;
import io.drivetrain.pipeline.learning.quality.expectation.Expectation;
import io.drivetrain.pipeline.learning.quality.expectation.FileExpectation;
import io.drivetrain.pipeline.learning.quality.expectation.QualitySpec;
import io.drivetrain.pipeline.learning.quality.expectation.SqlExpectation;
import io.drivetrain.pipeline.learning.quality.sql.DataSql;
import io.drivetrain.pipeline.learning.quality.sql.QualityConfig;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** What the expectations of a definition must be, given its features. */
public final class ExpectationRules {
  private static final Logger LOG = Logger.getLogger(ExpectationRules.class);

  private final FeatureSchema schema;
  private final Set<String> columns;
  private final IngestConfig ingest;
  private final QualityConfig config;

  /**
   * @param columns canonical names of the features and the target
   */
  ExpectationRules(
      FeatureSchema schema, Set<String> columns, IngestConfig ingest, QualityConfig config) {
    this.schema = schema;
    this.columns = columns;
    this.ingest = ingest;
    this.config = config;
  }

  /**
   * @throws DefinitionException at the first expectation that cannot be checked
   */
  void check(QualitySpec spec) {
    for (int i = 0; i < spec.expectations().size(); i++) {
      Expectation expectation = spec.expectations().get(i);
      for (String column : expectation.columns()) {
        if (!columns.contains(column)) {
          throw refusal(
              "there is no column '%s'; the columns are %s".formatted(column, columns), i);
        }
      }
      if (expectation instanceof FileExpectation.Fresh fresh && !isDate(fresh.column())) {
        throw refusal("column '%s' holds no dates".formatted(fresh.column()), i);
      }
      if (expectation instanceof EarlierDataExpectation.Drift drift) {
        refuseTexts(drift, i);
      }
    }
    if (!spec.of(SqlExpectation.class).isEmpty()) {
      checkSql(spec.expectations());
    }
  }

  private boolean isDate(String column) {
    return feature(column).filter(DateFeature.class::isInstance).isPresent();
  }

  private void refuseTexts(EarlierDataExpectation.Drift drift, int index) {
    for (String column : drift.columns()) {
      if (feature(column).filter(TextFeature.class::isInstance).isPresent()) {
        throw refusal(
            "column '%s' holds texts, whose spread cannot be compared".formatted(column), index);
      }
    }
  }

  private Optional<Feature> feature(String column) {
    return schema.features().stream().filter(feature -> feature.name().equals(column)).findFirst();
  }

  private void checkSql(List<Expectation> expectations) {
    try (DataSql sql = DataSql.open(schema, ingest, config)) {
      for (int i = 0; i < expectations.size(); i++) {
        if (expectations.get(i) instanceof SqlExpectation expectation) {
          checkSql(sql, expectation, i);
        }
      }
    } catch (SQLException | IOException unavailable) {
      LOG.error("The SQL of expectations cannot be checked", unavailable);
      throw new DefinitionException(
          "its SQL cannot be checked now; the log of the pipeline says why",
          QualitySpec.SECTION.key(),
          "expectations");
    }
  }

  private static void checkSql(DataSql sql, SqlExpectation expectation, int index)
      throws SQLException {
    try {
      sql.check(expectation);
    } catch (IllegalArgumentException wrong) {
      throw new DefinitionException(
          "'%s': %s".formatted(expectation.sql().strip(), wrong.getMessage()),
          QualitySpec.SECTION.key(),
          "expectations",
          index,
          expectation.key());
    }
  }

  private static DefinitionException refusal(String message, int index) {
    return new DefinitionException(message, QualitySpec.SECTION.key(), "expectations", index);
  }
}
