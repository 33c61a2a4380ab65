package io.drivetrain.embedded.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.drivetrain.embedded.TestServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the supervisor as the scripts do: as a process of its own, told by files. */
class LauncherTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private Path home;
  private int postgresPort;
  private int redisPort;
  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void unpackOnceForAllTests() throws IOException {
    home = folder.resolve("st at\u00e9");
    Files.createDirectories(home.resolve("run"));
    Files.createDirectories(home.resolve("logs"));
    Files.createDirectories(home.resolve("servers"));
    TestServers.programs();
    Files.createSymbolicLink(home.resolve("servers/programs"), TestServers.PROGRAMS);
    postgresPort = TestServers.freePort();
    redisPort = TestServers.freePort();
  }

  @AfterEach
  void stopWhatATestLeft() {
    started.forEach(Process::destroy);
    started.forEach(launcher -> launcher.onExit().join());
  }

  @Test
  void redisGoingIsStartedAgainAndPostgresStays() throws Exception {
    wishServers();
    launch();
    long postgres = awaitPid("postgres");
    long redis = awaitPid("redis");

    kill(redis);

    assertThat(awaitOther("redis", redis)).isNotEqualTo(redis);
    assertThat(awaitPid("postgres")).isEqualTo(postgres);
    assertThat(fact("redis", "restarts")).isEqualTo("1");
    assertThat(fact("redis", "reason")).endsWith("Z ended by signal 9");
    assertThat(fact("postgres", "restarts")).isEqualTo("0");
  }

  @Test
  void postgresGoingIsStartedAgainOnTheSameData() throws Exception {
    wishServers();
    launch();
    long postgres = awaitPid("postgres");

    kill(postgres);

    assertThat(awaitOther("postgres", postgres)).isNotEqualTo(postgres);
    assertThat(fact("redis", "restarts")).isEqualTo("0");
  }

  @Test
  void endsEverythingOnSigterm() throws Exception {
    wishServers();
    wishScript("loop", "exec sleep 600");
    Process launcher = launch();
    List<ProcessHandle> services =
        List.of(process(awaitPid("postgres")), process(awaitPid("redis")), process(pid("loop")));

    launcher.destroy();

    assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(services).noneMatch(ProcessHandle::isAlive);
    assertThat(home.resolve("run/loop.pid")).doesNotExist();
    assertThat(home.resolve("servers/postgres/data/postmaster.pid")).doesNotExist();
  }

  @Test
  void goesOnWithTheApplicationThatAKilledSupervisorLeft() throws Exception {
    wishScript("loop", "exec sleep 600");
    Process killed = launch();
    long left = pid("loop");
    killed.destroyForcibly().onExit().join();
    Files.delete(home.resolve("logs/supervisor.log"));

    launch();

    await().atMost(PATIENCE).until(() -> log().contains("loop was left running: watched again"));
    assertThat(pid("loop")).isEqualTo(left);
    kill(left);
    assertThat(awaitOther("loop", left)).isNotEqualTo(left);
  }

  @Test
  void stopsTheServersThatAKilledSupervisorLeftAndStartsItsOwn() throws Exception {
    wishServers();
    Process killed = launch();
    List<ProcessHandle> orphans =
        List.of(process(awaitPid("postgres")), process(awaitPid("redis")));
    killed.destroyForcibly().onExit().join();
    assertThat(orphans).allMatch(ProcessHandle::isAlive);

    launch();

    awaitOther("postgres", orphans.getFirst().pid());
    awaitOther("redis", orphans.getLast().pid());
    await().atMost(PATIENCE).until(() -> orphans.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void aNewWishReplacesTheProcessAndNoWishEndsIt() throws Exception {
    wishScript("loop", "exec sleep 600");
    launch();
    long first = pid("loop");

    wishScript("loop", "exec sleep 601");
    long second = awaitOther("loop", first);
    Files.delete(home.resolve("run/loop.start"));

    await().atMost(PATIENCE).until(() -> ProcessHandle.of(second).isEmpty());
    assertThat(ProcessHandle.of(first)).isEmpty();
    await().atMost(PATIENCE).until(() -> Files.notExists(home.resolve("run/loop.pid")));
  }

  @Test
  void endsEverythingWhenTheStateFolderIsRemoved() throws Exception {
    wishScript("loop", "exec sleep 600");
    Process launcher = launch();
    long loop = pid("loop");

    Files.move(home.resolve("run"), home.resolve("gone"));

    assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(ProcessHandle.of(loop)).isEmpty();
  }

  @Test
  void givesUpWhatNeverStartsAndTellsItWhileTheOthersGoOn() throws Exception {
    wishScript("broken", "exit 3");
    wishScript("loop", "exec sleep 600");
    launch();
    long loop = pid("loop");

    await().atMost(PATIENCE).until(() -> "given up".equals(fact("broken", "state")));

    assertThat(fact("broken", "reason")).endsWith("ended by itself with exit code 3");
    assertThat(log()).contains("broken GIVEN UP: it ended again and again");
    assertThat(pid("loop")).isEqualTo(loop);
  }

  @Test
  void anApplicationHasNoEnvironmentButThatOfItsScript() throws Exception {
    wishScript("shown", "env >\"" + home.resolve("env") + "\"; exec sleep 600");
    launch("PASSWORD_OF_SOMEBODY", "secret");

    pid("shown");

    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(Files.readString(home.resolve("env")))
                .contains("PATH=")
                .doesNotContain("secret"));
  }

  @Test
  void leavesAForeignProcessAloneThatHasThePidOfAFormerServer() throws Exception {
    Process foreign = new ProcessBuilder("sleep", "600").start();
    started.add(foreign);
    Path redis = Files.createDirectories(home.resolve("servers/redis"));
    Files.writeString(redis.resolve("redis.pid"), foreign.pid() + "\n");
    Files.writeString(home.resolve("run/loop.pid"), foreign.pid() + "\nbirth=earlier\n");
    wishServers();
    wishScript("loop", "exec sleep 600");
    launch();

    awaitPid("redis");

    assertThat(pid("loop")).isNotEqualTo(foreign.pid());
    assertThat(foreign.isAlive()).isTrue();
  }

  @Test
  void startsAsRootAlsoWhereUserNamespacesAreForbidden() throws Exception {
    Path programs = Files.createDirectories(folder.resolve("bin"));
    Path unshare = Files.writeString(programs.resolve("unshare"), "#!/bin/sh\nexit 1\n");
    Files.setPosixFilePermissions(unshare, PosixFilePermissions.fromString("rwx------"));
    wishServers();

    Process launcher = launch("PATH", programs + ":" + System.getenv("PATH"));

    assertThat(process(awaitPid("postgres")).isAlive()).isTrue();
    launcher.destroy();
    assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(home.resolve("servers/postgres/data/postmaster.pid")).doesNotExist();
  }

  @Test
  void refusesAFolderThatAnotherSupervisorWorksOn() throws Exception {
    wishScript("loop", "exec sleep 600");
    launch();
    pid("loop");

    Process second = launch();

    assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isEqualTo(1);
    assertThat(second.errorReader().readAllLines())
        .containsExactly(
            "Another supervisor works on "
                + home.resolve("servers")
                + ": stop it with scripts/stop-stack.sh,"
                + " or set DRIVETRAIN_HOME to another folder.");
  }

  @Test
  void tellsThatTheRedisPortIsTakenAndPostgresGoesOn() throws Exception {
    try (ServerSocket holder = new ServerSocket(redisPort, 1, InetAddress.getLoopbackAddress())) {
      wishServers();
      launch();

      await().atMost(PATIENCE).until(() -> "given up".equals(fact("redis", "state")));

      assertThat(fact("redis", "reason"))
          .endsWith(
              "Port "
                  + holder.getLocalPort()
                  + " is taken, the embedded Redis cannot use it:"
                  + " set REDIS_PORT to a free port.");
      assertThat(process(awaitPid("postgres")).isAlive()).isTrue();
    }
  }

  private void wishServers() throws IOException {
    wish("postgres", postgresPort, "");
    wish("redis", redisPort, "");
  }

  private void wishScript(String name, String command) throws IOException {
    wish(name, 1, command);
  }

  private void wish(String name, int port, String command) throws IOException {
    String facts =
        "#!/usr/bin/env bash\n#fact port=%d\n#fact order=3\n#fact settings=%d\n"
            .formatted(port, command.hashCode());
    Path unfinished = Files.writeString(home.resolve("run/" + name + ".new"), facts + command);
    Files.move(unfinished, home.resolve("run/" + name + ".start"), StandardCopyOption.ATOMIC_MOVE);
  }

  private Process launch() throws IOException {
    return launch("LC_ALL", "C.UTF-8");
  }

  private Process launch(String variable, String value) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            Launcher.class.getName(),
            home.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put(variable, value);
    builder.redirectOutput(
        ProcessBuilder.Redirect.appendTo(home.resolve("logs/supervisor.log").toFile()));
    Process launcher = builder.start();
    started.add(launcher);
    return launcher;
  }

  /** The pid of a service that is ready. */
  private long awaitPid(String service) {
    return awaitOther(service, 0);
  }

  private long awaitOther(String service, long former) {
    await()
        .atMost(PATIENCE)
        .until(() -> isUp(service) && recorded(service).filter(pid -> pid != former).isPresent());
    return recorded(service).orElseThrow();
  }

  /** A script is never ready: nobody answers on its port. */
  private boolean isUp(String service) {
    return fact(service, "state")
        .equals(fact(service, "port").equals("1") ? "starting" : "running");
  }

  /** The pid of a script, which is never ready: nobody answers on its port. */
  private long pid(String service) {
    await().atMost(PATIENCE).until(() -> recorded(service).isPresent());
    return recorded(service).orElseThrow();
  }

  private Optional<Long> recorded(String service) {
    return lines(service).stream().findFirst().filter(pid -> !pid.isEmpty()).map(Long::valueOf);
  }

  private String fact(String service, String name) {
    return lines(service).stream()
        .filter(line -> line.startsWith(name + "="))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElse("");
  }

  private List<String> lines(String service) {
    try {
      return Files.readAllLines(home.resolve("run/" + service + ".pid"));
    } catch (IOException notYet) {
      return List.of();
    }
  }

  private String log() throws IOException {
    return Files.readString(home.resolve("logs/supervisor.log"));
  }

  private static ProcessHandle process(long pid) {
    return ProcessHandle.of(pid).orElseThrow();
  }

  private static void kill(long pid) {
    process(pid).destroyForcibly();
  }
}
