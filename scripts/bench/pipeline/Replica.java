import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One process of the packaged pipeline. */
final class Replica {
  private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private static final Pattern RUN = Pattern.compile("\\{\"id\":\"([0-9a-f-]{36})\"");

  private final int port;
  private final Process process;

  private Replica(int port, Process process) {
    this.port = port;
    this.process = process;
  }

  static Replica start(Path app, int port, Map<String, String> settings, Path log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                app.resolve("quarkus-run.jar").toString()));
    builder.environment().putAll(settings);
    builder.environment().put("PIPELINE_PORT", Integer.toString(port));
    return new Replica(port, builder.redirectErrorStream(true).redirectOutput(log.toFile()).start());
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  boolean isReady() {
    try {
      return get("/health/ready").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  HttpResponse<String> get(String path) throws IOException {
    return send(request(path).GET());
  }

  /** Triggers a run; the same key gives the same run. */
  HttpResponse<String> trigger(String pipeline, String key) throws IOException {
    return post("/api/v1/pipelines/" + pipeline + "/runs", key);
  }

  /** Triggers a run, or finds the one that the key has made. */
  UUID triggered(String pipeline, String key) throws IOException {
    HttpResponse<String> answer = trigger(pipeline, key);
    Matcher run = RUN.matcher(answer.body());
    if (answer.statusCode() / 100 != 2 || !run.lookingAt()) {
      throw new IOException("A trigger of %s was answered with %d".formatted(pipeline, answer.statusCode()));
    }
    return UUID.fromString(run.group(1));
  }

  HttpResponse<String> cancel(String run) throws IOException {
    return post("/api/v1/runs/" + run + "/cancel", run);
  }

  /** Does what needs no body. */
  HttpResponse<String> post(String path) throws IOException {
    return post(path, "once");
  }

  private HttpResponse<String> post(String path, String key) throws IOException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString("{}")));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(10));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** SIGSTOP, SIGCONT: what Java has no words for. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
  }

  /** Asks it to end in good order. */
  void terminate() {
    process.destroy();
  }

  /** Returns whether it ended by itself; otherwise it was killed. */
  boolean awaitEnd() throws InterruptedException {
    boolean isEnded = process.waitFor(20, TimeUnit.SECONDS);
    if (!isEnded) {
      kill();
    }
    return isEnded;
  }

  /** kill -9. Returns when it is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
