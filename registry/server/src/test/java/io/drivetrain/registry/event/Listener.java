package io.drivetrain.registry.event;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listens to the events of the server under test, as a page does. */
final class Listener implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final InputStream body;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  Listener(URI events, String... headers) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(events);
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<InputStream> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    body = response.body();
    Thread.ofVirtual().start(this::read);
  }

  private void read() {
    try (var reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      reader.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException closed) {
      // The end of the test.
    }
  }

  List<String> valuesOf(String field) {
    return lines.stream()
        .filter(line -> line.startsWith(field + ": "))
        .map(line -> line.substring(field.length() + 2))
        .toList();
  }

  List<String> comments() {
    return lines.stream().filter(line -> line.startsWith(":")).toList();
  }

  @Override
  public void close() throws IOException {
    body.close();
    http.shutdownNow();
  }
}
