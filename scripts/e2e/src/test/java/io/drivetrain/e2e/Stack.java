package io.drivetrain.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged stack, driven as its user drives it: through its scripts and its HTTP ports. */
final class Stack {
  static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();
  static final ObjectMapper JSON = new ObjectMapper();

  private static final Duration SCRIPT_TIME = Duration.ofMinutes(5);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final Path home;
  private final Map<String, String> environment = new LinkedHashMap<>();

  /**
   * A stack of its own beside whatever runs on this machine: free ports, state under {@code home}.
   */
  Stack(Path home) throws IOException {
    this.home = home;
    Files.createDirectories(data().resolve("raw"));
    Files.copy(CHECKOUT.resolve("data/cars.csv"), data().resolve("cars.csv"));
    List<String> ports =
        List.of("REGISTRY_PORT", "PIPELINE_PORT", "WEBUI_PORT", "POSTGRES_PORT", "REDIS_PORT");
    List<Integer> free = freePorts(ports.size());
    for (int i = 0; i < ports.size(); i++) {
      environment.put(ports.get(i), String.valueOf(free.get(i)));
    }
    environment.put("DRIVETRAIN_HOME", home.resolve("state").toString());
    environment.put("DRIVETRAIN_MODELS", home.resolve("published").toString());
    environment.put("DRIVETRAIN_DATA", data().toString());
    // The settings of whoever runs the tests stay out, and a stack this short needs no start-up
    // cache.
    environment.put("DRIVETRAIN_ENV_FILE", "/dev/null");
    environment.put("AOT_CACHE", "no");
  }

  Path data() {
    return home.resolve("data");
  }

  Path state() {
    return home.resolve("state");
  }

  String webui() {
    return "http://127.0.0.1:" + environment.get("WEBUI_PORT");
  }

  String registry() {
    return "http://127.0.0.1:" + environment.get("REGISTRY_PORT");
  }

  String pipeline() {
    return "http://127.0.0.1:" + environment.get("PIPELINE_PORT");
  }

  /** What a script printed and how it ended. */
  record Outcome(int exitCode, String output) {}

  /** Runs a script of {@code scripts/} with this stack's settings. */
  Outcome script(String name, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(CHECKOUT.resolve("scripts").resolve(name).toString());
    command.addAll(List.of(arguments));
    Path log = home.resolve(name + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(SCRIPT_TIME.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException(
          name + " took longer than " + SCRIPT_TIME + ":\n" + Files.readString(log));
    }
    return new Outcome(process.exitValue(), Files.readString(log));
  }

  /** An answer: status and JSON body (missing node when the body is not JSON). */
  record Answer(int status, JsonNode body, String text) {}

  Answer get(String url) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url)).GET());
  }

  Answer post(String url, String json) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(request.timeout(Duration.ofMinutes(5)).build(), BodyHandlers.ofString());
    String type = response.headers().firstValue("Content-Type").orElse("");
    JsonNode body =
        type.contains("json")
            ? JSON.readTree(response.body())
            : JSON.getNodeFactory().missingNode();
    return new Answer(response.statusCode(), body, response.body());
  }

  /** Triggers the car-price pipeline and waits for its end. */
  JsonNode run(String parameters) throws IOException, InterruptedException {
    return await(trigger(parameters));
  }

  /** Triggers the car-price pipeline; returns the id of the run. */
  String trigger(String parameters) throws IOException, InterruptedException {
    Answer created =
        post(
            pipeline() + "/api/v1/pipelines/car_price_predictor_pipeline/runs",
            "{\"params\":" + parameters + "}");
    if (created.status() != 201) {
      throw new IllegalStateException("trigger answered " + created.status() + created.text());
    }
    return created.body().get("id").asText();
  }

  JsonNode await(String runId) throws IOException, InterruptedException {
    return get(pipeline() + "/api/v1/runs/" + runId + "?wait=240s").body();
  }

  /** The version of the car model that {@code POST /predict} answers with now. */
  String servedVersion() throws IOException, InterruptedException {
    return predict().body().path("version").asText();
  }

  Answer predict() throws IOException, InterruptedException {
    return post(webui() + "/predict", LOGAN);
  }

  static final String LOGAN =
      """
      {"brand":"Dacia","model":"Logan","year":2015,"mileage_km":120000,"fuel":"Diesel",\
      "fiscal_power":6,"gearbox":"Manuelle","first_hand":"Non","condition":"Bon"}\
      """;

  private static List<Integer> freePorts(int count) throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        held.add(new ServerSocket(0));
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }
}
