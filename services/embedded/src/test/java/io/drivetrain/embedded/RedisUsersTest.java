package io.drivetrain.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisUsersTest {
  @TempDir Path folder;
  private LocalRedis redis;

  @BeforeEach
  void start() {
    redis =
        LocalRedis.start(
            folder.resolve("redis"),
            TestServers.programs(),
            Ports.free(),
            RedisUsers.in(folder.resolve("users")));
  }

  @AfterEach
  void stop() {
    redis.close();
  }

  @Test
  void letsNobodyInWithoutAPassword() throws IOException {
    assertThat(ask("PING", "AUTH webui wrong", "AUTH wrong", "GET drivetrain:model:x"))
        .allMatch(answer -> answer.matches("-(NOAUTH|WRONGPASS|NOPERM).*"));
  }

  @Test
  void theWebApplicationReadsAndKeepsItsKeysOnly() throws IOException {
    assertThat(
            ask(
                login("webui"),
                "SET drivetrain:model:x 1",
                "EVAL \"return redis.call('GET',KEYS[1])\" 1 drivetrain:model:x",
                "CLIENT SETNAME me",
                "CLIENT TRACKING off"))
        .containsExactly("+OK", "+OK", "$1", "1", "+OK", "+OK");
    assertThat(ask(login("webui"), "SET other 1", "FLUSHALL", "CONFIG GET *", "KEYS *", "SHUTDOWN"))
        .hasSize(6)
        .filteredOn(answer -> !answer.equals("+OK"))
        .hasSize(5)
        .allMatch(answer -> answer.startsWith("-NOPERM"));
  }

  @Test
  void theRegistryDropsKeysAndReadsNone() throws IOException {
    assertThat(ask(login("registry"), "DEL drivetrain:model:x")).containsExactly("+OK", ":0");
    assertThat(ask(login("registry"), "GET drivetrain:model:x", "FLUSHDB", "ACL LIST", "MONITOR"))
        .filteredOn(answer -> !answer.equals("+OK"))
        .hasSize(4)
        .allMatch(answer -> answer.startsWith("-NOPERM"));
  }

  private String login(String user) throws IOException {
    return "AUTH " + user + " " + Files.readString(folder.resolve("users").resolve(user)).strip();
  }

  /** The lines of the answers. */
  private List<String> ask(String... commands) throws IOException {
    try (Socket socket = new Socket(Ports.LOOPBACK, redis.port())) {
      String lines = String.join("\r\n", commands) + "\r\nQUIT\r\n";
      socket.getOutputStream().write(lines.getBytes(StandardCharsets.UTF_8));
      String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      List<String> all = new ArrayList<>(answers.lines().toList());
      all.removeLast();
      return all;
    }
  }
}
