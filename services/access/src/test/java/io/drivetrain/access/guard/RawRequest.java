package io.drivetrain.access.guard;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A request as it goes over the wire, because clients do not let their users choose the Host. */
public record RawRequest(String method, String path, List<String> headers, String body) {
  private static final int TIMEOUT_MILLIS = 20_000;

  /**
   * An answer.
   *
   * @param body empty when the answer does not say how long it is
   */
  public record Answer(int status, List<String> headers, String body) {

    public Optional<String> header(String name) {
      return headers.stream()
          .filter(header -> header.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(header -> header.substring(name.length() + 1).strip())
          .findFirst();
    }
  }

  public Answer send(int port) {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(text().getBytes(StandardCharsets.UTF_8));
      return read(socket.getInputStream());
    } catch (IOException failed) {
      throw new IllegalStateException(method + " " + path + ": " + failed.getMessage(), failed);
    }
  }

  private String text() {
    var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    if (!body.isEmpty()) {
      head.append("Content-Length: ")
          .append(body.getBytes(StandardCharsets.UTF_8).length)
          .append("\r\n");
    }
    return head + "\r\n" + body;
  }

  private static Answer read(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no answer, but '" + head + "'");
      }
      head.append((char) next);
    }
    var lines = head.toString().strip().lines().toList();
    var answer =
        new Answer(
            Integer.parseInt(lines.getFirst().split(" ", 3)[1]),
            lines.subList(1, lines.size()),
            "");
    int length = answer.header("Content-Length").map(Integer::parseInt).orElse(0);
    return new Answer(
        answer.status(),
        answer.headers(),
        new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }
}
