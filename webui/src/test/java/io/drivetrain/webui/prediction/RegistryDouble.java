package io.drivetrain.webui.prediction;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A registry with one model, which speaks as much of MLflow's protocol as reading it needs.
 * Versions are put into production and taken out of it by the tests.
 */
public final class RegistryDouble implements AutoCloseable {
  public static final String MODEL = "car_price_predictor";

  private static final String API = "/api/2.0/mlflow/";
  private static final String ARTIFACTS = "/api/2.0/mlflow-artifacts/artifacts/1/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Map<String, Map<String, byte[]>> filesByVersion = new ConcurrentHashMap<>();
  private final AtomicInteger versions = new AtomicInteger();
  private final AtomicInteger runs = new AtomicInteger();
  private volatile String champion = "";

  private RegistryDouble(HttpServer server) {
    this.server = server;
  }

  /** Listens on a free port of this machine. */
  public static RegistryDouble start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    RegistryDouble registry = new RegistryDouble(server);
    server.createContext(API + "registered-models/get", registry::model);
    server.createContext(API + "model-versions/get", registry::version);
    server.createContext(ARTIFACTS, registry::artifact);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return registry;
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Puts a new version into production, which holds these files. */
  public String promote(Map<String, byte[]> files) {
    String version = String.valueOf(versions.incrementAndGet());
    filesByVersion.put(version, files);
    champion = version;
    return version;
  }

  /** A version of that number again, by another run, as in a registry that was emptied. */
  public void replace(String version, Map<String, byte[]> files) {
    filesByVersion.put(version, files);
    runs.incrementAndGet();
  }

  /** Leaves no version in production. */
  public void withdraw() {
    champion = "";
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void model(HttpExchange call) throws IOException {
    String version = champion;
    if (version.isEmpty()) {
      missing(call);
      return;
    }
    answer(
        call,
        Map.of(
            "registered_model",
            Map.of(
                "name", MODEL,
                "aliases", List.of(Map.of("alias", "champion", "version", version)),
                "latest_versions", List.of(describe(version)))));
  }

  private void version(HttpExchange call) throws IOException {
    answer(call, Map.of("model_version", describe(champion)));
  }

  private void artifact(HttpExchange call) throws IOException {
    String[] path = call.getRequestURI().getPath().substring(ARTIFACTS.length()).split("/", 2);
    byte[] content = filesByVersion.getOrDefault(path[0], Map.of()).get(path[1]);
    if (content == null) {
      missing(call);
      return;
    }
    send(call, 200, "application/octet-stream", content);
  }

  private Map<String, String> describe(String version) {
    return Map.of(
        "name",
        MODEL,
        "version",
        version,
        "current_stage",
        "Production",
        "status",
        "READY",
        "run_id",
        "run" + version + "-" + runs,
        "source",
        "mlflow-artifacts:/1/" + version);
  }

  private static void answer(HttpExchange call, Object body) throws IOException {
    send(call, 200, "application/json", JSON.writeValueAsBytes(body));
  }

  private static void missing(HttpExchange call) throws IOException {
    Map<String, String> body =
        Map.of("error_code", "RESOURCE_DOES_NOT_EXIST", "message", "not there");
    send(call, 404, "application/json", JSON.writeValueAsBytes(body));
  }

  private static void send(HttpExchange call, int status, String type, byte[] body)
      throws IOException {
    call.getResponseHeaders().set("Content-Type", type);
    call.sendResponseHeaders(status, body.length);
    try (var out = call.getResponseBody()) {
      out.write(body);
    }
  }
}
