package io.drivetrain.bench.stack;

import io.drivetrain.bench.FreePorts;
import io.drivetrain.bench.Request;
import io.drivetrain.bench.ServerClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A stack of its own, started and stopped by the scripts as its user does, on free ports. */
final class ScriptedStack {
  private static final Duration PROBE = Duration.ofSeconds(2);

  private final Path checkout;
  private final Path state;
  private final Map<Service, Integer> ports = new EnumMap<>(Service.class);
  private final Map<String, String> environment = new LinkedHashMap<>();

  /**
   * @param checkout whose scripts and packaged applications are used
   * @param state a folder that this stack has for itself
   */
  ScriptedStack(Path checkout, Path state) {
    this.checkout = checkout;
    this.state = state;
    for (Service service : Service.values()) {
      ports.put(service, FreePorts.next());
      environment.put(service.name() + "_PORT", Integer.toString(port(service)));
    }
    environment.put("DRIVETRAIN_ENV_FILE", "/dev/null");
    environment.put("DRIVETRAIN_HOME", home().toString());
    environment.put("DRIVETRAIN_MODELS", state.resolve("models").toString());
  }

  int port(Service service) {
    return ports.get(service);
  }

  Path home() {
    return state.resolve("home");
  }

  /** A setting of {@code .env.example}. */
  void set(String name, String value) {
    environment.put(name, value);
  }

  /**
   * Runs a script to its end.
   *
   * @throws IOException if it fails, with what it printed
   */
  void script(String name, String... options) throws IOException, InterruptedException {
    Path log = state.resolve(name + ".log");
    List<String> command = new ArrayList<>();
    command.add(checkout.resolve("scripts").resolve(name).toString());
    command.addAll(List.of(options));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    int exitCode = builder.start().waitFor();
    if (exitCode != 0) {
      throw new IOException(
          "%s ended with exit code %d:%n%s".formatted(name, exitCode, Files.readString(log)));
    }
  }

  /** The process that runs a service now. */
  long pid(Service service) throws IOException {
    Path file =
        switch (service) {
          case POSTGRES -> home().resolve("servers/postgres/data/postmaster.pid");
          case REDIS -> home().resolve("servers/redis/redis.pid");
          default -> home().resolve("run/" + service + ".pid");
        };
    return Long.parseLong(Files.readAllLines(file).getFirst().strip());
  }

  /** Sends a signal to the process that runs a service now. */
  void signal(long pid, String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
  }

  /** Whether every service answers, and the supervisor knows it. */
  boolean isBack() {
    for (Service service : Service.values()) {
      if (!isBack(service)) {
        return false;
      }
    }
    return true;
  }

  private boolean isBack(Service service) {
    try {
      String record = Files.readString(home().resolve("run/" + service + ".pid"));
      return record.contains("\nstate=running\n") && answers(service);
    } catch (IOException _) {
      return false;
    }
  }

  private boolean answers(Service service) throws IOException {
    return switch (service) {
      case POSTGRES -> postgresTakesQuestions();
      case REDIS -> redisTakesQuestions();
      default -> {
        try (ServerClient client = new ServerClient(port(service), 1, PROBE)) {
          yield client.send(Request.get("/health/ready")).status() == 200;
        }
      }
    };
  }

  /** Its answer to a request for TLS is one letter; a frozen server gives none. */
  private boolean postgresTakesQuestions() throws IOException {
    byte[] requestForTls = {0, 0, 0, 8, 4, (byte) 210, 22, 47};
    return ask(Service.POSTGRES, requestForTls).matches("[SN]");
  }

  private boolean redisTakesQuestions() throws IOException {
    return ask(Service.REDIS, "PING\r\n".getBytes(StandardCharsets.US_ASCII)).matches("[-+]");
  }

  private String ask(Service service, byte[] question) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port(service)), (int) PROBE.toMillis());
      socket.setSoTimeout((int) PROBE.toMillis());
      socket.getOutputStream().write(question);
      return new String(socket.getInputStream().readNBytes(1), StandardCharsets.US_ASCII);
    }
  }
}
