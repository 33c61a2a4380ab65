package io.drivetrain.embedded;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How root runs a program that refuses root, as PostgreSQL does, in a folder that only root may
 * enter. A container often allows one of the two ways only.
 */
enum NonRoot {
  /** In a user namespace of its own, where root is nobody in particular. */
  USER_NAMESPACE(List.of("unshare", "--user")),

  /**
   * As the user nobody (65534), with the right to pass any folder. Without the secure bit the right
   * would not count for access(2), with which PostgreSQL looks for its own files.
   */
  NOBODY(
      List.of(
          "setpriv",
          "--reuid=65534",
          "--regid=65534",
          "--clear-groups",
          "--inh-caps=+dac_override",
          "--ambient-caps=+dac_override",
          "--securebits=+no_setuid_fixup"));

  private final List<String> prefix;

  NonRoot(List<String> prefix) {
    this.prefix = prefix;
  }

  /**
   * Completes a command so that the program does not run as root; for other users it stays as it
   * is.
   *
   * @throws EmbeddedServerException if this is root and the system allows neither way
   */
  static List<String> command(Path program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(Allowed.WAY.prefix);
    }
    command.add(program.toString());
    command.addAll(arguments);
    return command;
  }

  private static boolean isRoot() {
    Path self = Path.of("/proc/self");
    try {
      return Files.exists(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
    } catch (IOException e) {
      throw new EmbeddedServerException("Cannot read /proc/self: " + e.getMessage(), e);
    }
  }

  /** Looked up once: the rights of this process do not change. */
  private static final class Allowed {
    static final NonRoot WAY = find();

    private static NonRoot find() {
      for (NonRoot way : values()) {
        if (way.isAllowed()) {
          return way;
        }
      }
      throw new EmbeddedServerException(
          "PostgreSQL refuses to run as root, and this system allows root neither 'unshare --user' nor 'setpriv':"
              + " start the stack as another user, or set DATABASE_URL to a server of your own.");
    }
  }

  private boolean isAllowed() {
    List<String> command = new ArrayList<>(prefix);
    command.add("true");
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      return builder
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException programIsMissing) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
