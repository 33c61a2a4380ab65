package io.drivetrain.webui.savedview;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.hibernate.JDBCException;

/**
 * Saved views. Every method throws {@link SavedViewsUnavailableException} while the database is
 * away, after three seconds at most.
 */
@ApplicationScoped
public class SavedViewService {
  /** Characters of a name. */
  public static final int LONGEST_NAME = 200;

  private final SavedViewRepository repository;
  private final DatabasePreparation database;

  SavedViewService(SavedViewRepository repository, DatabasePreparation database) {
    this.repository = repository;
    this.database = database;
  }

  /** By name. */
  public List<SavedView> ofPage(String page) {
    return inDatabase(
        () -> repository.ofPage(page).stream().map(SavedViewEntity::toRecord).toList());
  }

  public Optional<SavedView> find(UUID id) {
    return inDatabase(() -> repository.findByIdOptional(id).map(SavedViewEntity::toRecord));
  }

  /** Under a new name, or in place of what the name stood for: its address stays then. */
  public SavedView save(String page, String name, String query) {
    return inDatabase(() -> {
      SavedViewEntity view = repository.named(page, name).orElseGet(() -> make(page, name));
      view.query = query;
      view.savedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
      repository.persist(view);
      return view.toRecord();
    });
  }

  private static SavedViewEntity make(String page, String name) {
    SavedViewEntity view = new SavedViewEntity();
    view.id = UUID.randomUUID();
    view.page = page;
    view.name = name;
    return view;
  }

  public void delete(UUID id) {
    inDatabase(() -> repository.deleteById(id));
  }

  private <T> T inDatabase(Callable<T> work) {
    database.requireReady();
    try {
      return QuarkusTransaction.requiringNew().call(work);
    } catch (JDBCException | QuarkusTransactionException away) {
      throw new SavedViewsUnavailableException(away);
    }
  }
}
