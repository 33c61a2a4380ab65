package io.drivetrain.registry.artifact;

import static io.drivetrain.registry.audit.Action.ARTIFACT_DELETED;
import static io.drivetrain.registry.audit.Action.ARTIFACT_PURGED;
import static io.drivetrain.registry.audit.Action.ARTIFACT_WRITTEN;

import io.drivetrain.registry.artifact.ArtifactOwnership.RunAbove;
import io.drivetrain.registry.audit.Action;
import io.drivetrain.registry.audit.AuditTrail;
import io.drivetrain.registry.audit.Change;
import io.drivetrain.registry.audit.Subject.OfArtifact;
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
  private final PinRepository pins;
  private final FileCheck check;
  private final AuditTrail trail;

  ArtifactService(
      ArtifactStore store,
      ArtifactFileRepository files,
      ArtifactOwnership ownership,
      PinRepository pins,
      FileCheck check,
      AuditTrail trail) {
    this.store = store;
    this.files = files;
    this.ownership = ownership;
    this.pins = pins;
    this.check = check;
    this.trail = trail;
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
      var content = received.content();
      var before = hold(path, content);
      if (before.isPresent() && !before.get().equals(content.sha256())) {
        ownership.checkReplaceable(path);
      }
      files.replace(path, content);
      received.publish(path);
      if (!before.equals(Optional.of(content.sha256()))) {
        record(ARTIFACT_WRITTEN, path, before.orElse(null), content.sha256());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The hash of what is there. A file on disk counts as well: it may be older than the hashes. */
  private Optional<String> hold(ArtifactPath path, ArtifactStore.Content content)
      throws IOException {
    var known = files.lock(path);
    if (known.isPresent()) {
      return known;
    }
    return files.add(path, content)
        ? check.content(path).map(ArtifactStore.Content::sha256)
        : files.lock(path);
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

  /** Refused where a version was registered with other bytes. */
  public Download open(ArtifactPath path) throws IOException {
    var file =
        store
            .open(path)
            .orElseThrow(
                () -> RegistryException.notFound("No artifact at path '" + path.value() + "'."));
    try {
      var known = files.sha256(path, file.size(), file.modifiedAt());
      return new Download(file, known.isPresent() ? known : asRegistered(path, file));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Another hand wrote to it: it is sent only where no version pins it, or its bytes are those. */
  private Optional<String> asRegistered(ArtifactPath path, ArtifactStore.Opened file)
      throws IOException {
    var pinned = pins.sha256(path);
    if (pinned.isPresent() && !pinned.get().equals(FileCheck.sha256(file))) {
      throw RegistryException.dataLoss(
          "'%s' is damaged: it is no longer the file that a version was registered with (SHA-256 %s). Restore it from a backup, or register the model again."
              .formatted(path.value(), pinned.get()));
    }
    return pinned;
  }

  public List<ArtifactStore.Entry> list(ArtifactPath folder) throws IOException {
    return store.list(folder);
  }

  /** Refused where a registered version or an ended run would lose a file. */
  public void delete(ArtifactPath path) {
    QuarkusTransaction.requiringNew()
        .run(() -> {
          ownership.checkDeletable(path);
          remove(path, ARTIFACT_DELETED);
        });
  }

  /** Of what has left the trash: nothing owns it any more. In the caller's transaction. */
  void purge(ArtifactPath path) {
    remove(path, ARTIFACT_PURGED);
  }

  private void remove(ArtifactPath path, Action action) {
    try {
      var before = files.lock(path);
      boolean present = store.exists(path);
      store.delete(path);
      if (files.delete(path) > 0 || present) {
        record(action, path, before.orElse(null), null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void record(Action action, ArtifactPath path, String before, String after) {
    var run = ownership.runAbove(path);
    var subject =
        new OfArtifact(
            path.value(),
            run.map(RunAbove::runId).orElse(null),
            run.map(RunAbove::experiment).orElse(null));
    trail.record(Change.of(action, subject, before, after));
  }
}
