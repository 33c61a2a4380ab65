package io.drivetrain.registry.client.source;

import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.artifact.ArtifactPath;
import io.drivetrain.registry.client.artifact.PinnedFile;
import io.drivetrain.registry.client.artifact.PinnedFiles;
import io.drivetrain.registry.client.http.Answers;
import io.drivetrain.registry.client.http.RegistryClientException;
import java.util.Map;
import java.util.Optional;

/** Reads a model's files, and compares them with what the registry's database says of them. */
final class ModelLoader {
  private static final String STORED = "mlflow-artifacts:";

  private final RegistryClient registry;
  private final SharedCache cache;
  private final SingleFlight<ResolvedModel, ModelFiles> flights = new SingleFlight<>();
  private final long maxModelBytes;

  ModelLoader(RegistryClient registry, SharedCache cache) {
    this.registry = registry;
    this.cache = cache;
    this.maxModelBytes = registry.config().http().maxModelBytes();
  }

  ModelFiles load(ResolvedModel model) {
    return flights.join(model, () -> read(model));
  }

  /** The hashes always come from the registry: the bytes from Redis are checked with them. */
  private ModelFiles read(ResolvedModel model) {
    return pins(model).map(this::pinned).orElseGet(() -> unpinned(model));
  }

  private Optional<PinnedFiles> pins(ResolvedModel model) {
    return model.isRegistered()
        ? registry.artifacts().pinned(model.name(), model.version())
        : registry.artifacts().uploaded(stored(model.source()));
  }

  /** What SHA256SUMS lists is the model; without one, all that was stored. */
  private ModelFiles pinned(PinnedFiles pins) {
    String root = stored(pins.location());
    if (pins.files().isEmpty()) {
      throw noFiles(root);
    }
    FileReading reading = reading(root, "the registry's database says");
    PinnedFile sums = pins.files().get(Sha256Sums.FILE);
    if (sums == null) {
      pins.files().values().forEach(file -> reading.read(file.path(), file.sha256()));
      return reading.files();
    }
    byte[] list = reading.read(sums.path(), sums.sha256());
    Sha256Sums.parse(list, root)
        .hashes()
        .forEach(
            (path, hash) -> reading.read(path, agreed(root, pins.files().get(path), path, hash)));
    return reading.files();
  }

  /** A file that the list of the model and the database do not know alike was never the model's. */
  private static String agreed(String root, PinnedFile pinned, String path, String hash) {
    if (pinned == null || !pinned.sha256().equals(hash)) {
      throw RegistryClientException.corrupt(
          "%s/%s %s, but SHA256SUMS lists it with SHA-256 %s. Publish the model again."
              .formatted(
                  root,
                  path,
                  pinned == null
                      ? "was not stored when the model was"
                      : "was stored with SHA-256 " + pinned.sha256(),
                  hash));
    }
    return hash;
  }

  /** Of a server that keeps no hashes, such as MLflow's own. */
  private ModelFiles unpinned(ResolvedModel model) {
    String root = root(model);
    Optional<byte[]> sums =
        Answers.unlessMissing(() -> registry.artifacts().download(root, Sha256Sums.FILE));
    return sums.isPresent() ? listed(root, sums.get()) : unlisted(root);
  }

  private ModelFiles listed(String root, byte[] sums) {
    FileReading reading = reading(root, "SHA256SUMS says");
    reading.add(Sha256Sums.FILE, sums);
    Sha256Sums.parse(sums, root).hashes().forEach(reading::read);
    return reading.files();
  }

  private FileReading reading(String root, String witness) {
    return new FileReading(registry.artifacts(), cache, root, witness, maxModelBytes);
  }

  /** Models of foreign clients have no SHA256SUMS. */
  private ModelFiles unlisted(String root) {
    Map<String, byte[]> files = registry.artifacts().downloadAll(root, "");
    if (files.isEmpty()) {
      throw noFiles(root);
    }
    return new ModelFiles(files, false);
  }

  /** A source may name another model ({@code models:/m-...}); the registry knows where that is. */
  private String root(ResolvedModel model) {
    boolean elsewhere = !model.source().startsWith(STORED) && model.isRegistered();
    return stored(
        elsewhere ? registry.models().downloadUri(model.name(), model.version()) : model.source());
  }

  private static String stored(String location) {
    try {
      ArtifactPath.ofUri(location);
      return location;
    } catch (IllegalArgumentException foreign) {
      throw RegistryClientException.foreignStore(foreign.getMessage());
    }
  }

  private static RegistryClientException noFiles(String root) {
    return RegistryClientException.missing("There are no files at %s.".formatted(root));
  }
}
