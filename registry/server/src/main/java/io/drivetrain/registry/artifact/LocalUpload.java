package io.drivetrain.registry.artifact;

import io.drivetrain.registry.artifact.ArtifactStore.Content;
import io.drivetrain.registry.protocol.RegistryException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** A temporary file that is written through to the disk before its name is given to it. */
final class LocalUpload implements ArtifactStore.Received {
  private static final int BUFFER_BYTES = 64 * 1024;

  @FunctionalInterface
  interface Publisher {
    void publish(Path upload, ArtifactPath path) throws IOException;
  }

  private final Path file;
  private final Content content;
  private final Publisher publisher;

  private LocalUpload(Path file, Content content, Publisher publisher) {
    this.file = file;
    this.content = content;
    this.publisher = publisher;
  }

  static LocalUpload receive(Path folder, InputStream bytes, Publisher publisher)
      throws IOException {
    var file = folder.resolve(UUID.randomUUID().toString());
    try {
      return new LocalUpload(file, write(file, bytes), publisher);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private static Content write(Path file, InputStream bytes) throws IOException {
    var digest = sha256();
    long size = 0;
    try (var channel =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
      var buffer = new byte[BUFFER_BYTES];
      for (int read = read(bytes, buffer); read >= 0; read = read(bytes, buffer)) {
        digest.update(buffer, 0, read);
        for (var rest = ByteBuffer.wrap(buffer, 0, read); rest.hasRemaining(); ) {
          channel.write(rest);
        }
        size += read;
      }
      channel.force(true);
    }
    return new Content(
        size,
        HexFormat.of().formatHex(digest.digest()),
        Files.getLastModifiedTime(file).toInstant());
  }

  private static int read(InputStream bytes, byte[] buffer) {
    try {
      return bytes.read(buffer);
    } catch (IOException e) {
      throw RegistryException.badRequest("The upload broke off. Nothing of it was kept.");
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** The name itself is safe only when its folder is written through. */
  static void sync(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public Content content() {
    return content;
  }

  @Override
  public void publish(ArtifactPath path) throws IOException {
    publisher.publish(file, path);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
