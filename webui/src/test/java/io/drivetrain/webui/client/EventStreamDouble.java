package io.drivetrain.webui.client;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A stream of Server-Sent Events that a test tells what to send. */
public final class EventStreamDouble implements AutoCloseable {
  private final List<HttpExchange> readers = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final List<String> connections = new ArrayList<>();

  private record Event(String name, long id, String data) {
    byte[] bytes() {
      String lines = data.lines().map(line -> "data:" + line + "\n").reduce("", String::concat);
      String number = id > 0 ? "id:" + id + "\n" : "";
      return ("event:" + name + "\n" + number + lines + "\n").getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Sends an event to everybody who reads, and to those who come later and do not know it. */
  public synchronized EventStreamDouble send(String name, long id, String data) {
    Event event = new Event(name, id, data);
    events.add(event);
    readers.removeIf(reader -> !isSent(reader, event.bytes()));
    return this;
  }

  /** Nothing comes after it. */
  public EventStreamDouble end() {
    return send("end", 0, "{}");
  }

  /** What each reader has named as the last event that it knows. */
  public synchronized List<String> connections() {
    return List.copyOf(connections);
  }

  /** Cuts the connections. Whoever comes again gets what it does not know. */
  @Override
  public synchronized void close() {
    readers.forEach(HttpExchange::close);
    readers.clear();
  }

  synchronized void open(HttpExchange reader) throws IOException {
    String last = reader.getRequestHeaders().getOrDefault("Last-Event-ID", List.of("0")).getFirst();
    connections.add(last);
    reader.getResponseHeaders().set("Content-Type", "text/event-stream");
    reader.sendResponseHeaders(200, 0);
    readers.add(reader);
    isSent(reader, ":begin\n\n".getBytes(StandardCharsets.UTF_8));
    events.stream()
        .filter(event -> event.id() == 0 || event.id() > Long.parseLong(last))
        .forEach(event -> isSent(reader, event.bytes()));
  }

  private static boolean isSent(HttpExchange reader, byte[] bytes) {
    try {
      reader.getResponseBody().write(bytes);
      reader.getResponseBody().flush();
      return true;
    } catch (IOException gone) {
      return false;
    }
  }
}
