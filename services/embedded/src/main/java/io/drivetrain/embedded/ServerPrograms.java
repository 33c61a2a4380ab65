package io.drivetrain.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of Postgres and Redis, unpacked from their jars once. Several processes may ask for
 * the same folder at the same time: each unpacks beside it, the first one to finish gives it its
 * name.
 *
 * @param postgres folder that holds {@code bin/postgres}
 * @param redis folder that holds {@code redis-server}
 */
public record ServerPrograms(Path postgres, Path redis) {

  /**
   * @param folder kept between starts; takes about 70 MB
   * @throws EmbeddedServerException if the folder cannot be written or this machine has no programs
   */
  public static ServerPrograms unpackedIn(Path folder) {
    Platform platform = Platform.current();
    try {
      Files.createDirectories(folder);
      Path postgres =
          unpackOnce(folder, "postgres", platform.postgresArchive(), ServerPrograms::unpackTarXz);
      Path redis = unpackOnce(folder, "redis", platform.redisServer(), ServerPrograms::copyRedis);
      return new ServerPrograms(postgres, redis);
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "Cannot unpack Postgres and Redis into " + folder + ": " + e, e);
    }
  }

  Path postgresProgram(String name) {
    return postgres.resolve("bin").resolve(name);
  }

  Path redisServer() {
    return redis.resolve("redis-server");
  }

  private interface Unpacking {
    void unpack(InputStream packed, Path target) throws IOException;
  }

  private static Path unpackOnce(Path folder, String name, String resource, Unpacking unpacking)
      throws IOException {
    URL packed = ServerPrograms.class.getResource("/" + resource);
    if (packed == null) {
      throw new EmbeddedServerException(
          resource + " is not on the class path: build on the machine that runs it.");
    }
    Path target = folder.resolve(name + "-" + checksum(packed));
    if (Files.isDirectory(target)) {
      return target;
    }
    Path unfinished = Files.createTempDirectory(folder, name + "-unfinished-");
    try (InputStream in = new BufferedInputStream(packed.openStream(), 1 << 16)) {
      unpacking.unpack(in, unfinished);
    }
    giveName(unfinished, target);
    return target;
  }

  /** The checksum of the jar's directory: another version of the program gets another folder. */
  private static String checksum(URL packed) throws IOException {
    JarURLConnection connection = (JarURLConnection) packed.openConnection();
    return "%08x".formatted(connection.getJarEntry().getCrc());
  }

  private static void giveName(Path unfinished, Path target) throws IOException {
    try {
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      Folders.delete(unfinished);
      if (!Files.isDirectory(target)) {
        throw e;
      }
    }
  }

  private static void copyRedis(InputStream packed, Path target) throws IOException {
    Path program = target.resolve("redis-server");
    Files.copy(packed, program);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void unpackTarXz(InputStream packed, Path target) throws IOException {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpackEntry(tar, entry, target);
      }
    }
  }

  private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path file = entry.resolveIn(target);
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, file);
    boolean executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
