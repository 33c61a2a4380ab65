package io.drivetrain.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Refuses to start on a database that a newer program has migrated. Flyway by itself advises to
 * repair its history then, or goes on, as it is configured; the older program would write rows that
 * the newer schema does not mean.
 */
@Singleton
public class NewerDatabase implements FlywayConfigurationCustomizer {

  @Override
  public void customize(FluentConfiguration configuration) {
    configuration.callbacks(new Refusal());
  }

  private static final class Refusal extends BaseCallback {

    @Override
    public boolean supports(Event event, Context context) {
      return event == Event.BEFORE_VALIDATE || event == Event.BEFORE_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
      Configuration configuration = context.getConfiguration();
      var info = Flyway.configure().configuration(configuration).load().info();
      Arrays.stream(info.all())
          .filter(migration -> migration.getState().isApplied())
          .filter(migration -> !migration.getState().isResolved())
          .filter(migration -> migration.getVersion() != null)
          .reduce((_, newest) -> newest)
          .ifPresent(newest -> {
            throw new FlywayException(
                words(newest, configuration.getSchemas(), newestKnown(info.all())));
          });
    }

    private static String newestKnown(MigrationInfo[] migrations) {
      return Arrays.stream(migrations)
          .filter(migration -> migration.getState().isResolved())
          .filter(migration -> migration.getVersion() != null)
          .reduce((_, newest) -> newest)
          .map(migration -> migration.getVersion().toString())
          .orElse("0");
    }

    private static String words(MigrationInfo newest, String[] schemas, String known) {
      return "The database was migrated by a newer program: its schema %s has version %s (%s), and this program knows versions up to %s. Start that program, or restore a backup of before."
          .formatted(
              String.join(", ", schemas), newest.getVersion(), newest.getDescription(), known);
    }
  }
}
