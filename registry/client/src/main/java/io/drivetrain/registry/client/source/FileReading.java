package io.drivetrain.registry.client.source;

import io.drivetrain.registry.client.artifact.ArtifactClient;
import io.drivetrain.registry.client.http.RegistryClientException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads files of one place, each of which must have the hash that is asked for. */
final class FileReading {
  private final ArtifactClient artifacts;
  private final SharedCache cache;
  private final String root;
  private final String witness;
  private final Map<String, byte[]> read = new TreeMap<>();
  private long leftBytes;

  /**
   * @param root an artifact URI
   * @param witness who knows the hashes, for messages: "SHA256SUMS says"
   * @param limitBytes of all files together
   */
  FileReading(
      ArtifactClient artifacts, SharedCache cache, String root, String witness, long limitBytes) {
    this.artifacts = artifacts;
    this.cache = cache;
    this.root = root;
    this.witness = witness;
    this.leftBytes = limitBytes;
  }

  byte[] read(String path, String hash) {
    byte[] content = read.get(path);
    if (content == null) {
      content = fetch(path, hash);
      add(path, content);
    }
    return content;
  }

  /** Takes a file that was read already. */
  void add(String path, byte[] content) {
    leftBytes -= content.length;
    read.put(path, content);
  }

  ModelFiles files() {
    return new ModelFiles(read, true);
  }

  private byte[] fetch(String path, String hash) {
    Optional<byte[]> shared = cache.bytes(hash).filter(content -> content.length <= leftBytes);
    return shared.orElseGet(() -> fromRegistry(path, hash));
  }

  private byte[] fromRegistry(String path, String hash) {
    byte[] content = artifacts.download(root, path, leftBytes);
    String actual = Sha256Sums.hash(content);
    if (!actual.equals(hash)) {
      throw RegistryClientException.corrupt(
          "%s/%s has SHA-256 %s, but %s %s. The stored file is damaged: restore it from a backup, or publish the model again."
              .formatted(root, path, actual, witness, hash));
    }
    cache.keep(hash, content);
    return content;
  }
}
