package io.drivetrain.registry.artifact;

import io.drivetrain.registry.protocol.RegistryException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The parts of one upload: a folder of files named by number and hash, so that a part that was sent
 * twice, differently, is there twice.
 */
final class LocalParts {
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  private final Path folder;

  private LocalParts(Path folder) {
    this.folder = folder;
  }

  static String begin(Path incoming) throws IOException {
    var id = UUID.randomUUID().toString();
    Files.createDirectory(incoming.resolve(id));
    return id;
  }

  /** Only ids that were given: a path is none. */
  static LocalParts find(Path incoming, String id) {
    if (!isId(id) || !Files.isDirectory(incoming.resolve(id))) {
      throw RegistryException.notFound("No multipart upload with the id '" + id + "'.");
    }
    return new LocalParts(incoming.resolve(id));
  }

  private static boolean isId(String id) {
    try {
      return UUID.fromString(id).toString().equals(id);
    } catch (IllegalArgumentException notAnId) {
      return false;
    }
  }

  ArtifactStore.Part receive(long number, InputStream bytes) throws IOException {
    try (var received = LocalUpload.receive(folder, bytes, this::keep)) {
      var part = new ArtifactStore.Part(number, received.content().sha256());
      received.publish(new ArtifactPath(name(part)));
      return part;
    }
  }

  private void keep(Path upload, ArtifactPath name) throws IOException {
    Files.move(upload, folder.resolve(name.value()), StandardCopyOption.ATOMIC_MOVE);
  }

  /** One after the other: there may be more parts than this process may have files open. */
  InputStream join(List<ArtifactStore.Part> parts) {
    var inOrder =
        parts.stream().sorted(Comparator.comparingLong(ArtifactStore.Part::number)).toList();
    var files = inOrder.stream().map(this::require).toList();
    if (inOrder.stream().map(ArtifactStore.Part::number).distinct().count() < parts.size()) {
      throw RegistryException.invalid("A part comes twice in parameter 'parts'.");
    }
    var next = files.iterator();
    return new SequenceInputStream(
        new Enumeration<>() {
          @Override
          public boolean hasMoreElements() {
            return next.hasNext();
          }

          @Override
          public InputStream nextElement() {
            return open(next.next());
          }
        });
  }

  void delete() throws IOException {
    FolderTree.delete(folder);
  }

  private Path require(ArtifactStore.Part part) {
    var file = folder.resolve(name(part));
    if (!SHA_256.matcher(part.sha256()).matches() || !Files.isRegularFile(file)) {
      throw RegistryException.invalid(
          "Part %d with the etag '%s' was not received: send it again."
              .formatted(part.number(), part.sha256()));
    }
    return file;
  }

  private static InputStream open(Path part) {
    try {
      return Files.newInputStream(part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(ArtifactStore.Part part) {
    return part.number() + "-" + part.sha256();
  }
}
