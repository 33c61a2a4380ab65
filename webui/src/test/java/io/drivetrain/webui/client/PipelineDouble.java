package io.drivetrain.webui.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A pipeline service that answers what a test told it to, and remembers what it was asked. */
public final class PipelineDouble implements AutoCloseable {
  private static final String API = "/api/v1";
  private static final Answer UNKNOWN =
      new Answer(
          404,
          "application/problem+json",
          "{\"title\":\"There is no such thing\",\"status\":404,\"detail\":\"Not here.\"}");

  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Map<String, EventStreamDouble> streams = new ConcurrentHashMap<>();
  private volatile boolean isSilent;

  /**
   * A request that came.
   *
   * @param call method and path below {@code /api/v1}: {@code POST /runs/1/cancel}
   * @param key the Idempotency-Key; empty without one
   */
  public record Request(String call, String body, String key) {}

  private record Answer(int status, String type, String body) {}

  private PipelineDouble(HttpServer server) {
    this.server = server;
  }

  /** Listens on a free port of this machine. */
  public static PipelineDouble start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    PipelineDouble pipeline = new PipelineDouble(server);
    server.createContext(API, pipeline::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return pipeline;
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Knows nothing and was asked nothing. */
  public void forget() {
    answers.clear();
    streams.values().forEach(EventStreamDouble::close);
    streams.clear();
    requests.clear();
    isSilent = false;
  }

  /**
   * @param call method and path below {@code /api/v1}, with its query
   */
  public PipelineDouble on(String call, String json) {
    return on(call, 200, "application/json", json);
  }

  public PipelineDouble on(String call, int status, String type, String body) {
    answers.put(call, new Answer(status, type, body));
    return this;
  }

  /**
   * The events of a call.
   *
   * @param path below {@code /api/v1}
   */
  public EventStreamDouble events(String path) {
    return streams.computeIfAbsent("GET " + path, any -> new EventStreamDouble());
  }

  /** Cuts every connection from now on, as a service that ends. */
  public void fallSilent() {
    isSilent = true;
    streams.values().forEach(EventStreamDouble::close);
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** The requests of one call. */
  public List<Request> requests(String call) {
    return requests.stream().filter(request -> request.call().equals(call)).toList();
  }

  @Override
  public void close() {
    streams.values().forEach(EventStreamDouble::close);
    server.stop(0);
  }

  private void answer(HttpExchange call) throws IOException {
    String name =
        call.getRequestMethod() + " " + call.getRequestURI().toString().substring(API.length());
    String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String key = call.getRequestHeaders().getFirst("Idempotency-Key");
    requests.add(new Request(name, body, key == null ? "" : key));
    if (isSilent) {
      call.close();
      return;
    }
    if ("text/event-stream".equals(call.getRequestHeaders().getFirst("Accept"))
        && !answers.containsKey(name)) {
      events(name.substring("GET ".length())).open(call);
      return;
    }
    Answer answer = answers.getOrDefault(name, UNKNOWN);
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", answer.type());
    call.sendResponseHeaders(answer.status(), bytes.length);
    try (var out = call.getResponseBody()) {
      out.write(bytes);
    }
  }
}
