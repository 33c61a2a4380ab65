package io.drivetrain.embedded.supervision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text that no other process with this pid has or will have; empty when there is no such process,
 * or only its zombie. The same text as {@code process_birth} of {@code scripts/lib/process.sh}.
 */
final class ProcessBirth {
  /** Of /proc/PID/stat, behind the name. */
  private static final int START_TIME = 19;

  private ProcessBirth() {}

  static String of(long pid) {
    try {
      return Files.isReadable(Path.of("/proc/self/stat")) ? fromProc(pid) : fromPs(pid);
    } catch (IOException _) {
      return "";
    }
  }

  private static String fromProc(long pid) throws IOException {
    String stat =
        Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    if (fields[0].equals("Z") || fields[0].equals("X")) {
      return "";
    }
    String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    return boot + "/" + fields[START_TIME];
  }

  private static String fromPs(long pid) throws IOException {
    Process ps =
        new ProcessBuilder("ps", "-o", "stat=", "-o", "lstart=", "-p", Long.toString(pid)).start();
    String line = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    String[] stateAndStart = line.split(" +", 2);
    boolean lives = stateAndStart.length == 2 && !stateAndStart[0].startsWith("Z");
    return lives ? stateAndStart[1].replaceAll(" +", " ") : "";
  }
}
