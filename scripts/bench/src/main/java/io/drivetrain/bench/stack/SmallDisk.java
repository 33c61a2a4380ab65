package io.drivetrain.bench.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of a few hundred megabytes for Postgres' folder, where this user may mount one. */
final class SmallDisk implements AutoCloseable {
  private final Path folder;
  private final boolean isMounted;

  private SmallDisk(Path folder, boolean isMounted) {
    this.folder = folder;
    this.isMounted = isMounted;
  }

  /** Where the stack's Postgres keeps its files. */
  static Path of(ScriptedStack stack) {
    return stack.home().resolve("servers/postgres");
  }

  /** Before the first start of the stack. */
  static SmallDisk mountFor(ScriptedStack stack) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(of(stack));
    boolean isMounted =
        run("mount", "-t", "tmpfs", "-o", "size=400m,mode=700", "tmpfs", folder.toString());
    return new SmallDisk(folder, isMounted);
  }

  boolean isMounted() {
    return isMounted;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    if (isMounted && !run("umount", folder.toString())) {
      System.err.println(folder + " is still mounted: umount it");
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException programIsMissing) {
      return false;
    }
  }
}
