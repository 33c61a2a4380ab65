package io.drivetrain.registry.artifact;

import io.drivetrain.registry.protocol.RegistryException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Files of runs and models: the store has the bytes, the database their hashes. */
@ApplicationScoped
public class ArtifactService {
  private final ArtifactStore store;
  private final ArtifactFileRepository files;
  private final ArtifactOwnership ownership;

  ArtifactService(ArtifactStore store, ArtifactFileRepository files, ArtifactOwnership ownership) {
    this.store = store;
    this.files = files;
    this.ownership = ownership;
  }

  /**
   * A file to send.
   *
   * @param sha256 empty when the store's file is not the one that was uploaded
   */
  public record Download(ArtifactStore.Opened file, Optional<String> sha256) {}

  /**
   * A new file, or one in place of another unless that must not change. The same bytes again are no
   * change. No transaction is open while the bytes come in.
   */
  public void write(ArtifactPath path, InputStream bytes) throws IOException {
    try (var received = store.receive(bytes)) {
      QuarkusTransaction.requiringNew().run(() -> publish(path, received));
    }
  }

  /** The row first: it keeps others away until the file has its name and the row is committed. */
  private void publish(ArtifactPath path, ArtifactStore.Received received) {
    try {
      if (replacesOther(path, received.content())) {
        ownership.checkReplaceable(path);
      }
      files.put(path, received.content());
      received.publish(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is on disk counts as well: a file may be older than the hashes. */
  private boolean replacesOther(ArtifactPath path, ArtifactStore.Content content)
      throws IOException {
    var pinned = files.lock(path);
    if (pinned.isPresent()) {
      return !pinned.get().equals(content.sha256());
    }
    try (var present = store.open(path).orElse(null)) {
      return present != null;
    }
  }

  public String beginParts() throws IOException {
    return store.beginParts();
  }

  public ArtifactStore.Part writePart(String upload, long number, InputStream bytes)
      throws IOException {
    return store.receivePart(upload, number, bytes);
  }

  public void joinParts(ArtifactPath path, String upload, List<ArtifactStore.Part> parts)
      throws IOException {
    try (var received = store.joinParts(upload, parts)) {
      QuarkusTransaction.requiringNew().run(() -> publish(path, received));
    }
    store.abandonParts(upload);
  }

  public void abandonParts(String upload) throws IOException {
    store.abandonParts(upload);
  }

  public Download open(ArtifactPath path) throws IOException {
    var file =
        store
            .open(path)
            .orElseThrow(
                () -> RegistryException.notFound("No artifact at path '" + path.value() + "'."));
    return new Download(file, files.sha256(path, file.size(), file.modifiedAt()));
  }

  public List<ArtifactStore.Entry> list(ArtifactPath folder) throws IOException {
    return store.list(folder);
  }

  /** Refused where a registered version or an ended run would lose a file. */
  public void delete(ArtifactPath path) throws IOException {
    ownership.checkDeletable(path);
    purge(path);
  }

  /** Of what has left the trash: nothing owns it any more. */
  void purge(ArtifactPath path) throws IOException {
    store.delete(path);
    files.delete(path);
  }
}
