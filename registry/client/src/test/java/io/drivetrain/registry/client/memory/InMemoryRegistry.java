package io.drivetrain.registry.client.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drivetrain.registry.client.HttpDouble;
import io.drivetrain.registry.client.model.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A registry in memory that speaks MLflow's protocol on a free port of this machine, as far as our
 * clients use it; {@link RegistryContract} holds it to what the server does. Beside the protocol it
 * shows a test its runs, their files and the versions of one model, and changes them as another
 * client would.
 */
public final class InMemoryRegistry implements AutoCloseable {
  private static final String CHAMPION = "champion";
  private static final String PRODUCTION = Stage.PRODUCTION.wireName();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String model;
  private final ExperimentStore experiments = new ExperimentStore();
  private final ArtifactStore artifacts = new ArtifactStore();
  private final LoggedModelStore loggedModels = new LoggedModelStore(experiments);
  private final RunStore runs = new RunStore(experiments, loggedModels);
  private final AuditStore audit = new AuditStore();
  private final ModelStore models = new ModelStore(loggedModels, artifacts, audit);
  private final StageChanges changes = new StageChanges(models);
  private final MemoryServer server;

  /**
   * @param model the one that the methods on versions are about; it comes to be with its first
   *     version
   */
  public InMemoryRegistry(String model) {
    this.model = model;
    Routes routes = new Routes();
    experiments.addTo(routes);
    runs.addTo(routes);
    loggedModels.addTo(routes);
    models.addTo(routes);
    changes.addTo(routes);
    audit.addTo(routes);
    server = new MemoryServer(this, routes, artifacts);
  }

  public URI uri() {
    return server.http().uri();
  }

  public Faults faults() {
    return server.faults();
  }

  /** Every request since it listens. */
  public List<HttpDouble.Request> requests() {
    return server.http().requests();
  }

  /**
   * @param endpoint method and name: {@code GET registered-models/get}
   */
  public List<JsonNode> requests(String endpoint) {
    return server.http().requests().stream()
        .filter(request -> Routes.name(request).equals(endpoint))
        .map(Routes::content)
        .toList();
  }

  /** Stops listening, and keeps what it has. */
  public void stop() {
    server.close();
  }

  /** Listens again on the same port. */
  public void restart() {
    server.restart();
  }

  @Override
  public void close() {
    stop();
  }

  public synchronized List<StoredRun> runs() {
    return List.copyOf(runs.runs());
  }

  public StoredRun onlyRun() {
    if (runs().size() != 1) {
      throw new AssertionError("expected one run, there are " + runs().size());
    }
    return runs().getFirst();
  }

  /** Paths of the files of a run. */
  public synchronized List<String> files(StoredRun run) {
    return artifacts.below(run.root());
  }

  public synchronized byte[] file(StoredRun run, String path) {
    return artifacts.files().get(run.root() + path);
  }

  public JsonNode json(StoredRun run, String path) {
    return json(file(run, path));
  }

  private static JsonNode json(byte[] content) {
    try {
      return JSON.readTree(content);
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  /** Logged models in the order in which they were made. */
  public synchronized List<StoredLoggedModel> loggedModels() {
    return List.copyOf(loggedModels.models());
  }

  public StoredLoggedModel onlyLoggedModel() {
    if (loggedModels().size() != 1) {
      throw new AssertionError("expected one logged model, there are " + loggedModels().size());
    }
    return loggedModels().getFirst();
  }

  /** Paths of the files of a logged model. */
  public synchronized List<String> files(StoredLoggedModel of) {
    return artifacts.below(of.root());
  }

  public synchronized byte[] file(StoredLoggedModel of, String path) {
    return artifacts.files().get(of.root() + path);
  }

  public JsonNode json(StoredLoggedModel of, String path) {
    return json(file(of, path));
  }

  /** Overwrites a file of a run on the disk, past the registry. */
  public synchronized void damage(StoredRun run, String path) {
    artifacts.files().put(run.root() + path, new byte[] {1, 2, 3});
  }

  /** Overwrites a file of a logged model. */
  public synchronized void damage(StoredLoggedModel of, String path) {
    artifacts.files().put(of.root() + path, new byte[] {1, 2, 3});
  }

  /** Loses a file of a run. */
  public synchronized void lose(StoredRun run, String path) {
    artifacts.files().remove(run.root() + path);
  }

  /** The stages of the versions from 1 on. */
  public synchronized List<String> stages() {
    return models.find(model).stream()
        .flatMap(found -> found.versions().stream())
        .map(StoredVersion::stage)
        .toList();
  }

  /** The version with the alias champion, empty for none. */
  public synchronized String champion() {
    return models.find(model).map(found -> found.aliases().get(CHAMPION)).orElse("");
  }

  /** Aliases besides that of the champion, with the version that each holds now. */
  public synchronized Map<String, String> aliases() {
    Map<String, String> others = new TreeMap<>();
    models.find(model).ifPresent(found -> others.putAll(found.aliases()));
    others.remove(CHAMPION);
    return others;
  }

  /** The changes of aliases in order: {@code rehearsal=2}, and {@code rehearsal=} for a removal. */
  public synchronized List<String> aliasMoves() {
    return List.copyOf(changes.aliasMoves());
  }

  /** What a version was made of: where the files are, or a logged model. */
  public synchronized String sourceOf(String version) {
    return at(version).source();
  }

  /** The run that made a version. */
  public synchronized String runOf(String version) {
    return at(version).runId();
  }

  /** The tags of a version, to read and to change. */
  public synchronized Map<String, String> tagsOf(String version) {
    return at(version).tags();
  }

  /** Adds a version of the files of a run, by a run that is not known. */
  public synchronized String addVersion(StoredRun run) {
    return models.add(models.ensure(model), modelOf(run), "foreign").version();
  }

  /** Adds a version with these files, by a run of its own. */
  public synchronized String addVersion(Map<String, byte[]> files) {
    StoredRun run = runWith(files);
    return models.add(models.ensure(model), modelOf(run), run.id()).version();
  }

  /** Gives a version other files, by another run, as in a registry that was emptied. */
  public synchronized void replace(String version, Map<String, byte[]> files) {
    StoredRun run = runWith(files);
    at(version).refer(modelOf(run), run.id());
    at(version).pin(artifacts.recordedBelow(modelOf(run)));
  }

  /** Overwrites a file of a version on the disk, or adds one, past the registry. */
  public synchronized void putFile(String version, String path, byte[] content) {
    artifacts.files().put(pathOf(version, path), content);
  }

  public synchronized int fileSize(String version, String path) {
    return artifacts.files().get(pathOf(version, path)).length;
  }

  /** Moves a version to a stage. */
  public synchronized void move(String version, String stage) {
    models.ensure(model).move(at(version), stage, false, "");
  }

  /** Makes a version the champion, and archives the one before. */
  public synchronized void promote(String version) {
    models.ensure(model).move(at(version), PRODUCTION, true, "");
    alias(CHAMPION, version);
  }

  /** Puts a new version with these files into production. */
  public synchronized String promote(Map<String, byte[]> files) {
    String version = addVersion(files);
    promote(version);
    return version;
  }

  /** From now on it has no lists of hashes, as MLflow's own server has none. */
  public synchronized void keepNoHashes() {
    artifacts.keepNoHashes();
  }

  /** Leaves no version in production. */
  public synchronized void withdraw() {
    models
        .find(model)
        .ifPresent(found -> {
          found.latest(PRODUCTION).ifPresent(version -> found.move(version, "Archived", false, ""));
          found.release(CHAMPION, "");
        });
  }

  /** Gives an alias to a version. */
  public synchronized void alias(String alias, String version) {
    models.ensure(model).point(alias, at(version), "");
  }

  /** The status that versions have from now on: {@code FAILED_REGISTRATION}. */
  public synchronized void versionsAre(String status) {
    models.statusOfVersions(status);
  }

  private StoredVersion at(String version) {
    return models
        .find(model)
        .orElseThrow(() -> new AssertionError("there is no version of " + model))
        .version(version);
  }

  private StoredRun runWith(Map<String, byte[]> files) {
    StoredRun run = runs.add("0", "", 0);
    files.forEach((path, content) -> artifacts.upload(run.root() + "model/" + path, content));
    return run;
  }

  /** The last logged model of the run; the folder {@code model} of its artifacts without one. */
  private String modelOf(StoredRun run) {
    return loggedModels.models().reversed().stream()
        .filter(made -> made.sourceRunId().equals(run.id()))
        .findFirst()
        .map(made -> "models:/" + made.id())
        .orElse("mlflow-artifacts:/" + run.root() + "model");
  }

  private String pathOf(String version, String path) {
    String location = loggedModels.locationOf(at(version).source());
    return location.replaceFirst("^mlflow-artifacts:/", "") + "/" + path;
  }
}
