package io.drivetrain.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The processes of a stack, told by its state folder in their command lines. */
final class Processes {
  private Processes() {}

  static List<ProcessHandle> of(Path state) {
    return ProcessHandle.allProcesses()
        .filter(process -> commandLine(process).contains(state.toString()))
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .toList();
  }

  /** kill -9 of one service, found by its pid file. */
  static void kill(Path state, String service) throws IOException {
    Path pidFile;
    try (var files = Files.walk(state, 2)) {
      pidFile =
          files
              .filter(file -> file.getFileName().toString().equals(service + ".pid"))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("no pid file of " + service));
    }
    long pid = Long.parseLong(Files.readString(pidFile).lines().findFirst().orElseThrow().strip());
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }

  private static String commandLine(ProcessHandle process) {
    Path cmdline = Path.of("/proc", String.valueOf(process.pid()), "cmdline");
    if (!Files.isReadable(cmdline)) {
      return process.info().commandLine().orElse("");
    }
    try {
      return Files.readString(cmdline).replace('\0', ' ');
    } catch (IOException ended) {
      return "";
    }
  }
}
