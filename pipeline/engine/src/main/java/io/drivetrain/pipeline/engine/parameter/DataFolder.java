package io.drivetrain.pipeline.engine.parameter;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The one folder that data is read from. A path is taken as it is written, never percent-decoded,
 * and must stay inside the folder also after symbolic links are followed.
 */
@ApplicationScoped
public class DataFolder {
  private static final int LONGEST_PATH = 512;

  private final Path folder;

  public DataFolder(DataConfig config) {
    this.folder = config.folder().toAbsolutePath().normalize();
  }

  /**
   * The file at a path below this folder, or empty when there is none. A path that leads out of the
   * folder is no file of it, whether or not something is there.
   */
  public Optional<Path> resolve(String path) {
    if (!isPlainPath(path)) {
      return Optional.empty();
    }
    try {
      Path real = folder.resolve(path).toRealPath();
      boolean ours = real.startsWith(folder.toRealPath()) && Files.isRegularFile(real);
      return ours && Files.isReadable(real) ? Optional.of(real) : Optional.empty();
    } catch (IOException | InvalidPathException missing) {
      return Optional.empty();
    }
  }

  /**
   * Whether a text is written as a path below a folder: names parted by single slashes, none of
   * them {@code .} or {@code ..}, no backslash, no control character, not absolute.
   */
  static boolean isPlainPath(String path) {
    if (path.isEmpty() || path.length() > LONGEST_PATH || path.indexOf('\\') >= 0) {
      return false;
    }
    if (path.chars().anyMatch(Character::isISOControl)) {
      return false;
    }
    return Arrays.stream(path.split("/", -1))
        .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
  }
}
