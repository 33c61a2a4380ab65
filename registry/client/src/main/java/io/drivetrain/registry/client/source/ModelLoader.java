package io.drivetrain.registry.client.source;

import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.artifact.ArtifactPath;
import io.drivetrain.registry.client.http.Answers;
import io.drivetrain.registry.client.http.RegistryClientException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a model's files, and checks them against its SHA256SUMS. */
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

  /**
   * SHA256SUMS always comes from the registry: it is what the bytes from Redis are checked with.
   */
  private ModelFiles read(ResolvedModel model) {
    String root = root(model);
    Optional<byte[]> sums =
        Answers.unlessMissing(() -> registry.artifacts().download(root, Sha256Sums.FILE));
    return sums.isPresent() ? listed(root, sums.get()) : unlisted(root);
  }

  private ModelFiles listed(String root, byte[] sums) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put(Sha256Sums.FILE, sums);
    long left = maxModelBytes - sums.length;
    for (Map.Entry<String, String> entry : Sha256Sums.parse(sums, root).hashes().entrySet()) {
      byte[] content = file(root, entry.getKey(), entry.getValue(), left);
      left -= content.length;
      files.put(entry.getKey(), content);
    }
    return new ModelFiles(files, true);
  }

  private byte[] file(String root, String path, String hash, long limitBytes) {
    Optional<byte[]> shared = cache.bytes(hash).filter(content -> content.length <= limitBytes);
    return shared.orElseGet(() -> fromRegistry(root, path, hash, limitBytes));
  }

  private byte[] fromRegistry(String root, String path, String hash, long limitBytes) {
    byte[] content = registry.artifacts().download(root, path, limitBytes);
    String actual = Sha256Sums.hash(content);
    if (!actual.equals(hash)) {
      throw RegistryClientException.corrupt(
          "%s/%s has SHA-256 %s, but SHA256SUMS says %s. The stored file is damaged: publish the model again."
              .formatted(root, path, actual, hash));
    }
    cache.keep(hash, content);
    return content;
  }

  /** Models of foreign clients have no SHA256SUMS. */
  private ModelFiles unlisted(String root) {
    Map<String, byte[]> files = registry.artifacts().downloadAll(root, "");
    if (files.isEmpty()) {
      throw RegistryClientException.missing("There are no files at %s.".formatted(root));
    }
    return new ModelFiles(files, false);
  }

  /** A source may name another model ({@code models:/m-...}); the registry knows where that is. */
  private String root(ResolvedModel model) {
    boolean elsewhere = !model.source().startsWith(STORED) && !model.name().isEmpty();
    String root =
        elsewhere ? registry.models().downloadUri(model.name(), model.version()) : model.source();
    try {
      ArtifactPath.ofUri(root);
      return root;
    } catch (IllegalArgumentException foreign) {
      throw RegistryClientException.foreignStore(foreign.getMessage());
    }
  }
}
