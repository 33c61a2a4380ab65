package io.drivetrain.models.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a directory, with their sizes checked before they are read. */
final class BundleDirectory {

  private static final int MOST_FILES = 64;

  private BundleDirectory() {}

  static Map<String, byte[]> load(Path directory) {
    Map<String, byte[]> files = new TreeMap<>();
    long sum = 0;
    for (Path file : list(directory)) {
      String name = file.getFileName().toString();
      byte[] bytes = load(file, name);
      sum += bytes.length;
      checkTotal(sum);
      files.put(name, bytes);
    }
    return files;
  }

  static void checkSize(String name, long bytes) {
    long limit = BundleFormat.isText(name) ? BundleFormat.MAX_TEXT_BYTES : BundleFormat.MAX_BYTES;
    if (bytes > limit) {
      throw BundleException.at(
          shown(name),
          "byte " + limit,
          "has " + bytes + " bytes, more than the " + limit + " that are read",
          "Train a smaller model");
    }
  }

  static void checkTotal(long bytes) {
    if (bytes > BundleFormat.MAX_BYTES) {
      throw BundleException.whole(
          "has more than the " + BundleFormat.MAX_BYTES + " bytes that are read",
          "Train a smaller model");
    }
  }

  /** A name from outside as a message may repeat it. */
  static String shown(String name) {
    String printable = name.replaceAll("[^A-Za-z0-9_./-]", "?");
    return printable.substring(0, Math.min(printable.length(), 80));
  }

  private static List<Path> list(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      List<Path> files =
          entries.filter(entry -> !isCode(entry)).limit(MOST_FILES + 1L).sorted().toList();
      if (files.size() > MOST_FILES) {
        throw BundleException.whole("holds too many files", "Give the directory of one bundle");
      }
      return files;
    } catch (IOException e) {
      throw BundleException.whole("cannot be listed", "Give the directory of one bundle");
    }
  }

  private static boolean isCode(Path entry) {
    return entry.getFileName().toString().equals(BundleFormat.CODE_FOLDER)
        && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
  }

  private static byte[] load(Path file, String name) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw BundleException.at(
          shown(name), "", "is a directory or a link", "Remove it, or fetch the bundle again");
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      checkSize(name, Files.size(file));
      // Once more by what was read: the file may have grown since.
      byte[] bytes = in.readNBytes((int) BundleFormat.MAX_BYTES);
      checkSize(name, bytes.length);
      return bytes;
    } catch (IOException e) {
      throw BundleException.at(
          shown(name), "", "cannot be read", "Check its permissions and the disk");
    }
  }
}
