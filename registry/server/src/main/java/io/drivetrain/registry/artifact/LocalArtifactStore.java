package io.drivetrain.registry.artifact;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A folder of this machine. Symbolic links in it are refused, wherever they lead. Made at start, so
 * that a folder that cannot be written to is seen at once.
 */
@Startup
@ApplicationScoped
class LocalArtifactStore implements ArtifactStore {
  private final Path root;
  private final Path incoming;

  LocalArtifactStore(ArtifactConfig config) {
    try {
      this.root = Files.createDirectories(config.root().toAbsolutePath()).toRealPath();
      this.incoming = Files.createDirectories(root.resolve(ArtifactPath.INCOMING));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot create the artifact folder " + config.root() + ": set DRIVETRAIN_MODELS", e);
    }
  }

  @Override
  public Received receive(InputStream bytes) throws IOException {
    return LocalUpload.receive(incoming, bytes, this::publish);
  }

  @Override
  public String beginParts() throws IOException {
    return LocalParts.begin(incoming);
  }

  @Override
  public Part receivePart(String upload, long number, InputStream bytes) throws IOException {
    return LocalParts.find(incoming, upload).receive(number, bytes);
  }

  @Override
  public Received joinParts(String upload, List<Part> parts) throws IOException {
    try (var bytes = LocalParts.find(incoming, upload).join(parts)) {
      return receive(bytes);
    }
  }

  @Override
  public void abandonParts(String upload) throws IOException {
    LocalParts.find(incoming, upload).delete();
  }

  private void publish(Path upload, ArtifactPath path) throws IOException {
    var target = resolve(path);
    try {
      Files.createDirectories(target.getParent());
      if (Files.isDirectory(target, NOFOLLOW_LINKS)) {
        throw ArtifactPath.invalid(path.value(), "there is a folder");
      }
      Files.move(upload, target, StandardCopyOption.ATOMIC_MOVE);
      LocalUpload.sync(target.getParent());
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      throw ArtifactPath.invalid(path.value(), "a folder of it is a file");
    }
  }

  @Override
  public Optional<Opened> open(ArtifactPath path) throws IOException {
    var file = resolve(path);
    if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    var channel = FileChannel.open(file, StandardOpenOption.READ, NOFOLLOW_LINKS);
    return Optional.of(
        new LocalFile(
            channel, channel.size(), Files.getLastModifiedTime(file, NOFOLLOW_LINKS).toInstant()));
  }

  @Override
  public boolean exists(ArtifactPath path) {
    return Files.exists(resolve(path), NOFOLLOW_LINKS);
  }

  @Override
  public List<Entry> list(ArtifactPath folder) throws IOException {
    var directory = resolve(folder);
    if (!Files.isDirectory(directory, NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (var children = Files.list(directory)) {
      return children
          .filter(child -> !isOwn(child) && !Files.isSymbolicLink(child))
          .map(LocalArtifactStore::entry)
          .sorted(Comparator.comparing(Entry::name))
          .toList();
    }
  }

  private boolean isOwn(Path child) {
    return child.getParent().equals(root) && ArtifactPath.isOwn(child.getFileName().toString());
  }

  private static Entry entry(Path child) {
    boolean isFolder = Files.isDirectory(child, NOFOLLOW_LINKS);
    return new Entry(
        child.getFileName().toString(), isFolder, isFolder ? 0 : child.toFile().length());
  }

  @Override
  public void delete(ArtifactPath path) throws IOException {
    var target = resolve(path);
    FolderTree.delete(target);
  }

  private Path resolve(ArtifactPath path) {
    try {
      var place = root;
      for (var name : path.names()) {
        place = place.resolve(name);
        if (Files.isSymbolicLink(place)) {
          throw ArtifactPath.invalid(path.value(), "it leads over a symbolic link");
        }
      }
      if (!place.normalize().startsWith(root)) {
        throw ArtifactPath.invalid(path.value(), "it leads out of the store");
      }
      return place;
    } catch (InvalidPathException e) {
      throw ArtifactPath.invalid(path.value(), "this machine has no such file names");
    }
  }
}
