package io.drivetrain.embedded.supervision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the scripts know of a service: {@code run/NAME.pid}, with the pid on the first line (empty
 * while it is down) and {@code NAME=value} lines below it.
 */
final class ServiceRecord {
  private final ServiceFile service;
  private final Path file;
  private int restarts;
  private String reason = "";

  ServiceRecord(ServiceFile service) {
    this.service = service;
    this.file = service.script().resolveSibling(service.name() + ".pid");
  }

  /** The process that was recorded last with the same facts, if it lives. */
  LeftProcess left() {
    try {
      List<String> lines = Files.readAllLines(file);
      Map<String, String> facts = new HashMap<>();
      lines.stream()
          .skip(1)
          .map(line -> line.split("=", 2))
          .filter(fact -> fact.length == 2)
          .forEach(fact -> facts.put(fact[0], fact[1]));
      long pid = Long.parseLong(lines.getFirst().strip());
      String birth = facts.getOrDefault("birth", "");
      boolean lives = !birth.isEmpty() && birth.equals(ProcessBirth.of(pid));
      boolean same = service.facts().entrySet().stream().allMatch(facts.entrySet()::contains);
      return new LeftProcess(pid, lives, lives && same);
    } catch (IOException | RuntimeException _) {
      return new LeftProcess(0, false, false);
    }
  }

  /**
   * @param lives whether the process that was recorded still runs
   * @param isWanted whether it also is what the file of the service asks for
   */
  record LeftProcess(long pid, boolean lives, boolean isWanted) {}

  void starting() {
    write("", "starting");
  }

  void starting(long pid) {
    write(Long.toString(pid), "starting");
  }

  void running(long pid) {
    write(Long.toString(pid), "running");
  }

  /** It ended and will be started again. */
  void waiting(String why) {
    restarts++;
    reason = Instant.now().toString().substring(0, 19) + "Z " + oneLine(why);
    write("", "waiting");
  }

  void givenUp(String why) {
    waiting(why);
    write("", "given up");
  }

  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      SupervisorLog.say("Cannot remove " + file + ": " + e.getMessage());
    }
  }

  /** A full disk must not end the supervision: then the record is old until the next change. */
  private void write(String pid, String state) {
    StringBuilder text = new StringBuilder(pid).append('\n');
    if (!pid.isEmpty()) {
      text.append("birth=").append(ProcessBirth.of(Long.parseLong(pid))).append('\n');
    }
    text.append("started=").append(Instant.now().getEpochSecond()).append('\n');
    text.append("state=").append(state).append('\n');
    text.append("restarts=").append(restarts).append('\n');
    text.append("reason=").append(reason).append('\n');
    service.facts().forEach((name, value) -> text.append(name + "=" + value + "\n"));
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(unfinished, text);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      SupervisorLog.say("Cannot write " + file + ": " + e.getMessage());
    }
  }

  /** Of a text that shows the end of a log: its beginning, and the last words of the log. */
  private static String oneLine(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    if (lines.size() < 2) {
      return text.strip();
    }
    return lines.getFirst().replaceFirst("; the end of .*:$", "") + ": " + lines.getLast().strip();
  }
}
