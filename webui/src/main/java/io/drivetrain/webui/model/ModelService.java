package io.drivetrain.webui.model;

import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.audit.AuditAction;
import io.drivetrain.registry.client.audit.AuditEntry;
import io.drivetrain.registry.client.audit.AuditFilter;
import io.drivetrain.registry.client.http.Answers;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.model.ModelVersion;
import io.drivetrain.registry.client.model.RegisteredModel;
import io.drivetrain.webui.client.Page;
import io.drivetrain.webui.registry.FailsAsRegistryException;
import io.drivetrain.webui.registry.RegistryCallException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads registered models. Every method throws {@link RegistryCallException}. */
@ApplicationScoped
@FailsAsRegistryException
public class ModelService {
  /** More moves of stages than a model sees in years. */
  private static final int MOVES = 1000;

  private static final int NOT_FOUND = 404;

  private final RegistryClient registry;

  ModelService(RegistryClient registry) {
    this.registry = registry;
  }

  /**
   * Models by name.
   *
   * @param part of the name, in any case; empty for all
   * @param limit 1 to 1000
   */
  public Page<Model> models(String part, int limit, Optional<String> cursor) {
    String filter = part.isBlank() ? "" : "name ILIKE " + quoted("%" + part.strip() + "%");
    var page =
        registry.models().searchModels(filter, limit, List.of("name ASC"), cursor.orElse(""));
    return new Page<>(
        page.entries().stream().map(this::withProduction).toList(), page.nextPageToken());
  }

  /** Empty when there is none of this name. */
  public Optional<Model> model(String name) {
    return registry.models().registeredModel(name).map(this::withProduction);
  }

  /** Versions of a model, the newest first. */
  public Page<Version> versions(String model, int limit, Optional<String> cursor) {
    var page =
        registry
            .models()
            .searchVersions(
                "name = " + quoted(model),
                limit,
                List.of("version_number DESC"),
                cursor.orElse(""));
    return new Page<>(page.entries().stream().map(Version::of).toList(), page.nextPageToken());
  }

  /** Empty when there is none of this number. */
  public Optional<Version> version(String model, String number) {
    return find(model, number).map(Version::of);
  }

  /**
   * What was done to a model, the newest first; empty where the registry keeps no trail.
   *
   * @param version only what is about that one
   */
  public Page<AuditLine> audit(
      String model, Optional<String> version, int limit, Optional<String> cursor) {
    AuditFilter all = AuditFilter.ofModel(model);
    AuditFilter filter = version.map(all::withVersion).orElse(all);
    try {
      var page = registry.audit().search(filter, limit, cursor.orElse(""));
      return new Page<>(page.entries().stream().map(AuditLine::of).toList(), page.nextPageToken());
    } catch (RegistryClientException failed) {
      if (failed.httpStatus() != NOT_FOUND) {
        throw failed;
      }
      return new Page<>(List.of(), Optional.empty());
    }
  }

  /** The way back from what is in production; empty when nothing was there before it. */
  public Optional<Rollback> rollback(Model model) {
    List<AuditEntry> moves = moves(AuditFilter.ofModel(model.name()));
    return ProductionHistory.of(moves).before(model.production()).stream()
        .flatMap(number -> version(model.name(), number).stream())
        .filter(Version::ready)
        .findFirst()
        .map(back -> new Rollback(model.name(), model.production(), back.number(), back.stage()));
  }

  private Model withProduction(RegisteredModel registered) {
    Model model = Model.of(registered);
    return model.since(model.production().flatMap(version -> since(model.name(), version)));
  }

  private Optional<Instant> since(String model, String version) {
    return ProductionHistory.since(moves(AuditFilter.ofModel(model).withVersion(version)), version);
  }

  private List<AuditEntry> moves(AuditFilter filter) {
    try {
      return registry
          .audit()
          .search(filter.withAction(AuditAction.STAGE_MOVED), MOVES, "")
          .entries();
    } catch (RegistryClientException failed) {
      if (failed.httpStatus() != NOT_FOUND) {
        throw failed;
      }
      return List.of(); // a registry of another make keeps no trail
    }
  }

  private Optional<ModelVersion> find(String model, String number) {
    return Answers.unlessMissing(() -> registry.models().version(model, number));
  }

  /** A text in MLflow's search language, which has two kinds of quotes and no escape. */
  private static String quoted(String text) {
    return text.contains("'") ? "\"" + text + "\"" : "'" + text + "'";
  }
}
