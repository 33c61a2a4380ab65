package io.drivetrain.embedded.supervision;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes what runs agree with the files of {@code run}: starts the services that have a {@link
 * ServiceFile}, starts those again whose facts changed, and ends those whose file is gone. It holds
 * no state of its own: a supervisor that was killed is followed by one that reads the same files
 * and goes on with the same processes.
 */
final class Supervisor implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final StackFolder folder;
  private final Servers servers;
  private final Map<String, Keeper> keepers = new HashMap<>();
  private boolean isClosed;

  /**
   * @param home DRIVETRAIN_HOME
   */
  Supervisor(Path home) {
    this.folder = new StackFolder(home);
    this.servers = new Servers(folder);
  }

  /**
   * Returns when the supervisor is closed, the state folder is removed or the thread is
   * interrupted.
   */
  void run() throws InterruptedException {
    while (look()) {
      Thread.sleep(BETWEEN_LOOKS);
    }
  }

  private synchronized boolean look() {
    if (!isClosed) {
      try {
        agree(wanted());
      } catch (IOException e) {
        SupervisorLog.say("Cannot read " + folder.run() + ": " + e.getMessage());
      }
    }
    return !isClosed && Files.exists(folder.run());
  }

  private void agree(Map<String, ServiceFile> wanted) {
    for (Map.Entry<String, Keeper> kept : keepers.entrySet()) {
      if (!wanted.containsKey(kept.getKey())) {
        kept.getValue().askToEnd();
      }
    }
    for (ServiceFile file : wanted.values()) {
      Optional<Keeper> before = Optional.ofNullable(keepers.get(file.name()));
      if (before.filter(keeper -> keeper.isKeeping(file)).isEmpty()) {
        keepers.put(file.name(), keeper(file, before));
      }
    }
  }

  private Keeper keeper(ServiceFile file, Optional<Keeper> before) {
    ServiceRecord record = new ServiceRecord(file);
    Service service =
        switch (file.name()) {
          case "postgres" -> servers.postgres(file);
          case "redis" -> servers.redis(file);
          default -> new Application(file, record, folder.log(file.name()));
        };
    return new Keeper(file, service, record, before, folder::stopPatience);
  }

  private Map<String, ServiceFile> wanted() throws IOException {
    Map<String, ServiceFile> wanted = new HashMap<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder.run(), "*" + ServiceFile.SUFFIX)) {
      for (Path file : files) {
        ServiceFile service = ServiceFile.read(file);
        wanted.put(service.name(), service);
      }
    } catch (NoSuchFileException _) {
      // removed in this moment: a file, or the whole folder
    }
    return wanted;
  }

  /**
   * Ends all services: who uses the others first. The next one is asked as soon as the one before
   * takes no more requests, and the servers when the applications have ended.
   */
  @Override
  public void close() {
    List<Keeper> lastFirst;
    synchronized (this) {
      isClosed = true;
      lastFirst =
          keepers.values().stream()
              .sorted(Comparator.comparingInt((Keeper keeper) -> keeper.file().order()).reversed())
              .toList();
    }
    List<Keeper> applications =
        lastFirst.stream().filter(keeper -> !Servers.isServer(keeper.file())).toList();
    for (Keeper application : applications) {
      application.askToEnd();
      application.awaitClosedPort();
    }
    applications.forEach(Keeper::close);
    lastFirst.forEach(Keeper::close);
  }
}
