package io.drivetrain.bench.registry;

import io.drivetrain.bench.ServerClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Kills the registry server with -9 in the middle of batches and uploads, starts it again and
 * checks: what was answered is there, what was not is there whole or not at all, and what is left
 * of uploads is removed when it is old.
 */
@Command(name = "bench-registry --crash", sortOptions = false)
final class RegistryCrash implements Callable<Integer> {
  private static final int ROUNDS = 3;
  private static final int BATCH_WRITERS = 4;
  private static final int UPLOADERS = 2;
  private static final Duration BEFORE_THE_KILL = Duration.ofMillis(1500);

  @Mixin private RegistryOptions options;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new RegistryCrash()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    try (RegistryStack stack = RegistryStack.start(options)) {
      for (int round = 1; round <= ROUNDS; round++) {
        crash(round, stack);
      }
      checkSweep(stack);
    }
    return 0;
  }

  private static void crash(int round, RegistryStack stack) throws Exception {
    List<CrashWriter> batches = new ArrayList<>();
    List<CrashWriter> uploads = new ArrayList<>();
    try (ServerClient client = stack.connect()) {
      for (int i = 0; i < BATCH_WRITERS; i++) {
        batches.add(new BatchWriter(stack, RegistryRequests.newRun(client)));
      }
    }
    for (int i = 0; i < UPLOADERS; i++) {
      uploads.add(new UploadWriter(stack, "crash/" + round + "-" + i));
    }
    List<CrashWriter> all = Stream.concat(batches.stream(), uploads.stream()).toList();
    List<Thread> threads = all.stream().map(writer -> Thread.ofPlatform().start(writer)).toList();
    Thread.sleep(BEFORE_THE_KILL);
    stack.killRegistry();
    for (Thread thread : threads) {
      thread.join();
    }
    stack.startRegistry();
    for (CrashWriter writer : all) {
      writer.check();
    }
    System.out.printf(
        "round %d: %d batches and %d uploads were answered before the kill, all whole%n",
        round, answered(batches), answered(uploads));
  }

  private static int answered(List<CrashWriter> writers) {
    return writers.stream().mapToInt(CrashWriter::answered).sum();
  }

  private static void checkSweep(RegistryStack stack) throws Exception {
    Path incoming = stack.artifacts().resolve(".incoming");
    List<Path> left = list(incoming);
    FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
    for (Path upload : left) {
      Files.setLastModifiedTime(upload, longAgo);
    }
    stack.killRegistry();
    stack.startRegistry();
    if (!list(incoming).isEmpty()) {
      throw new IOException("Abandoned uploads were not removed: " + list(incoming));
    }
    System.out.printf(
        "%d unfinished uploads, invisible and removed when they were old%n", left.size());
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList();
    }
  }
}
