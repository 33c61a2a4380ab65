package io.drivetrain.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher as the scripts do: as a process of its own. */
class LauncherTest {
  @TempDir Path folder;
  private Path state;
  private int postgresPort;
  private int redisPort;
  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void unpackOnceForAllTests() throws IOException {
    ServerPrograms.unpackedIn(TestServers.PROGRAMS);
    state = Files.createDirectories(folder.resolve("state"));
    Files.createSymbolicLink(state.resolve("programs"), TestServers.PROGRAMS);
    postgresPort = Ports.free();
    redisPort = Ports.free();
  }

  @AfterEach
  void stopWhatATestLeft() {
    started.forEach(Process::destroy);
    started.forEach(launcher -> launcher.onExit().join());
  }

  @Test
  void stopsBothServersOnSigterm() throws Exception {
    Process launcher = launch();
    List<ProcessHandle> servers = awaitReady(launcher);

    launcher.destroy();

    assertThat(servers).hasSize(2);
    assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(servers).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void stopsTheServersThatAKilledLauncherLeftAndStartsItsOwn() throws Exception {
    Process killed = launch();
    List<ProcessHandle> orphans = awaitReady(killed);
    killed.destroyForcibly().onExit().join();
    assertThat(orphans).allMatch(ProcessHandle::isAlive);

    List<ProcessHandle> servers = awaitReady(launch());

    assertThat(orphans).noneMatch(ProcessHandle::isAlive);
    assertThat(servers).hasSize(2).allMatch(ProcessHandle::isAlive);
  }

  @Test
  void leavesAForeignProcessAloneThatHasThePidOfAFormerServer() throws Exception {
    Process foreign = new ProcessBuilder("sleep", "600").start();
    started.add(foreign);
    Path data = Files.createDirectories(state.resolve("redis"));
    Files.writeString(data.resolve("redis.pid"), foreign.pid() + "\n");

    awaitReady(launch());

    assertThat(foreign.isAlive()).isTrue();
  }

  @Test
  void startsAsRootAlsoWhereUserNamespacesAreForbidden() throws Exception {
    Path programs = Files.createDirectories(folder.resolve("bin"));
    Path unshare = Files.writeString(programs.resolve("unshare"), "#!/bin/sh\nexit 1\n");
    Files.setPosixFilePermissions(unshare, PosixFilePermissions.fromString("rwx------"));

    Process launcher = launch("PATH", programs + ":" + System.getenv("PATH"));

    assertThat(awaitReady(launcher)).hasSize(2).allMatch(ProcessHandle::isAlive);
    launcher.destroy();
    assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(state.resolve("postgres/data/postmaster.pid")).doesNotExist();
  }

  @Test
  void endsAndStopsTheOtherServerWhenOneEnds() throws Exception {
    Process launcher = launch();
    List<ProcessHandle> servers = awaitReady(launcher);

    servers.stream().filter(LauncherTest::isRedis).forEach(ProcessHandle::destroyForcibly);

    assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(launcher.exitValue()).isEqualTo(1);
    assertThat(launcher.errorReader().readAllLines())
        .containsExactly("Redis ended by itself with exit code 137");
    assertThat(servers).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void refusesAFolderThatAnotherLauncherWorksOn() throws Exception {
    awaitReady(launch());

    Process second = launch();

    assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isEqualTo(1);
    assertThat(second.errorReader().readAllLines())
        .containsExactly(
            "Another launcher works on "
                + state
                + ": stop it with scripts/stop-stack.sh,"
                + " or set DRIVETRAIN_HOME to another folder.");
  }

  @Test
  void endsWithOneLineWhenTheRedisPortIsTakenAndLeavesNoPostgres() throws Exception {
    try (ServerSocket holder = new ServerSocket(redisPort, 1, InetAddress.getLoopbackAddress())) {
      Process launcher = launch();

      assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(launcher.exitValue()).isEqualTo(1);
      assertThat(launcher.errorReader().readAllLines())
          .containsExactly(
              "Port "
                  + holder.getLocalPort()
                  + " is taken, the embedded Redis cannot use it:"
                  + " set REDIS_PORT to a free port.");
      assertThat(state.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }
  }

  private Process launch() throws IOException {
    return launch("LC_ALL", "C");
  }

  private Process launch(String variable, String value) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            Launcher.class.getName(),
            "--state",
            state.toString(),
            "--postgres-port",
            "" + postgresPort,
            "--redis-port",
            "" + redisPort);
    builder.environment().put(variable, value);
    Process launcher = builder.start();
    started.add(launcher);
    return launcher;
  }

  /** Gives the two servers, or fails with what the launcher complained about. */
  private static List<ProcessHandle> awaitReady(Process launcher) throws IOException {
    BufferedReader output = launcher.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.equals("READY")) {
        return launcher.children().toList();
      }
    }
    throw new AssertionError(String.join("\n", launcher.errorReader().readAllLines()));
  }

  private static boolean isRedis(ProcessHandle server) {
    return server.info().command().filter(command -> command.endsWith("redis-server")).isPresent();
  }
}
