package io.drivetrain.pipeline.engine.execution;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process that runs steps, as the owner of a lease.
 *
 * @param machine equal only where process ids mean the same processes: host, boot and, on Linux,
 *     process namespace
 * @param pid its process id
 * @param startedAt when the process started: ids are used again
 */
record Replica(String machine, long pid, Instant startedAt) {
  private static final Pattern TEXT = Pattern.compile("(.+)/(\\d+)/(\\d+)");

  /** The clock may have been set between the two readings of one start. */
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  static Replica current() {
    ProcessHandle process = ProcessHandle.current();
    return new Replica(
        thisMachine(), process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
  }

  static Optional<Replica> parse(String owner) {
    Matcher matcher = TEXT.matcher(owner);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Replica(
            matcher.group(1),
            Long.parseLong(matcher.group(2)),
            Instant.ofEpochMilli(Long.parseLong(matcher.group(3)))));
  }

  /** The owner column. */
  String owner() {
    return machine + "/" + pid + "/" + startedAt.toEpochMilli();
  }

  /** Whether that process ran on this machine and is certainly gone. */
  boolean knowsDead(Replica other) {
    return other.machine.equals(machine) && !other.isAlive();
  }

  private boolean isAlive() {
    return ProcessHandle.of(pid)
        .map(process -> process.info().startInstant().map(this::isStart).orElse(true))
        .orElse(false);
  }

  private boolean isStart(Instant start) {
    return Duration.between(start, startedAt).abs().compareTo(TOLERANCE) < 0;
  }

  private static String thisMachine() {
    return String.join("|", hostName(), linux("sys/kernel/random/boot_id"), processNamespace());
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }

  private static String linux(String file) {
    try {
      return Files.readString(Path.of("/proc", file)).strip();
    } catch (IOException notLinux) {
      return "";
    }
  }

  private static String processNamespace() {
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
    } catch (IOException | UnsupportedOperationException notLinux) {
      return "";
    }
  }
}
