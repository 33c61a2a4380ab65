package io.drivetrain.registry.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * An HTTP server on a free port: it answers what a test tells it to, and remembers the requests.
 */
public final class HttpDouble implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param call method and raw URI: {@code GET /api/2.0/mlflow/runs/get?run_id=1}
   */
  public record Request(String call, String contentType, byte[] body) {
    public String endpoint() {
      return call.replaceAll("\\?.*", "");
    }

    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Writes an answer; or breaks off. */
  public interface Answer {
    void write(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Map<String, Function<Request, Answer>> handlers = new ConcurrentHashMap<>();

  private final Map<String, Function<Request, Answer>> prefixes = new ConcurrentHashMap<>();

  public HttpDouble() {
    this(0);
  }

  public HttpDouble(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** Answers in turn; the last one goes on. {@code endpoint}: method and path without query. */
  public void on(String endpoint, Answer... answers) {
    Deque<Answer> left = new ArrayDeque<>(List.of(answers));
    onEach(
        endpoint,
        request -> {
          synchronized (left) {
            return left.size() > 1 ? left.pop() : left.peek();
          }
        });
  }

  public void onEach(String endpoint, Function<Request, Answer> handler) {
    handlers.put(endpoint, handler);
  }

  /** For every endpoint that starts so and has no handler of its own. */
  public void onPrefix(String prefix, Function<Request, Answer> handler) {
    prefixes.put(prefix, handler);
  }

  public List<Request> requests() {
    return requests;
  }

  public List<Request> requests(String endpoint) {
    return requests.stream().filter(request -> request.endpoint().equals(endpoint)).toList();
  }

  public Request onlyRequest() {
    if (requests.size() != 1) {
      throw new AssertionError("Expected one request, but there were " + requests);
    }
    return requests.getFirst();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  public static Answer json(String body) {
    return json(200, body);
  }

  public static Answer json(int status, String body) {
    return answer(status, "application/json", body.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  public static Answer error(int status, String code, String message) {
    return json(
        status, JSON.createObjectNode().put("error_code", code).put("message", message).toString());
  }

  public static Answer answer(int status, String type, byte[] body, Map<String, String> headers) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", type);
      headers.forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    };
  }

  /** Closes the connection after the request was read, without an answer. */
  public static Answer brokenOff() {
    return exchange -> {
      throw new IOException("broken off by the test");
    };
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request =
          new Request(
              exchange.getRequestMethod() + " " + exchange.getRequestURI(),
              exchange.getRequestHeaders().getFirst("Content-Type"),
              exchange.getRequestBody().readAllBytes());
      requests.add(request);
      handler(request.endpoint()).apply(request).write(exchange);
    }
  }

  private Function<Request, Answer> handler(String endpoint) {
    return prefixes.entrySet().stream()
        .filter(entry -> endpoint.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .map(handler -> handlers.getOrDefault(endpoint, handler))
        .orElseGet(() -> handlers.getOrDefault(endpoint, unknown -> notFoundPage()));
  }

  private static Answer notFoundPage() {
    return answer(
        404,
        "text/html",
        "<html> <h1>Not Found</h1></html>".getBytes(StandardCharsets.UTF_8),
        Map.of());
  }
}
