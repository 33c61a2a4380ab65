package io.drivetrain.registry.artifact;

import io.drivetrain.registry.artifact.ArtifactStore.Content;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads files of the store anew, and compares them with what the database says of them. */
@ApplicationScoped
class FileCheck {
  private final ArtifactStore store;

  FileCheck(ArtifactStore store) {
    this.store = store;
  }

  /** What is wrong with a file, in words that follow its path; empty when it is as recorded. */
  Optional<String> difference(RecordedFile recorded) throws IOException {
    var found = store.open(ArtifactPath.ofFile(recorded.path()));
    if (found.isEmpty()) {
      return Optional.of("is missing");
    }
    try (var file = found.get()) {
      if (file.size() != recorded.sizeBytes()) {
        return Optional.of(
            "has %d bytes instead of %d".formatted(file.size(), recorded.sizeBytes()));
      }
      var actual = sha256(file);
      return actual.equals(recorded.sha256())
          ? Optional.empty()
          : Optional.of("has SHA-256 %s instead of %s".formatted(actual, recorded.sha256()));
    }
  }

  /** What is stored at a path; empty where there is no file. */
  Optional<Content> content(ArtifactPath path) throws IOException {
    try (var file = store.open(path).orElse(null)) {
      return file == null
          ? Optional.empty()
          : Optional.of(new Content(file.size(), sha256(file), file.modifiedAt()));
    }
  }

  static String sha256(ArtifactStore.Opened file) throws IOException {
    try (var digest =
        new DigestOutputStream(
            OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
      file.copy(0, file.size(), digest);
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Every file in a folder and in those below it. */
  void walk(ArtifactPath folder, Consumer<ArtifactPath> files) throws IOException {
    var folders = new ArrayDeque<>(List.of(folder));
    while (!folders.isEmpty()) {
      var next = folders.pop();
      for (var entry : store.list(next)) {
        var path = next.resolve(entry.name());
        if (entry.isFolder()) {
          folders.push(path);
        } else {
          files.accept(path);
        }
      }
    }
  }
}
