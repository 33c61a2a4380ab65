import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One kept-alive connection to the registry. It does as little as a client can, because it shares the machine with what
 * it measures: java.net.http would cost more than the server.
 */
final class HttpConnection implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 120_000;

  /** An answer; of the body the length and the first bytes only, unless {@link #sendAndKeep} was asked. */
  record Answer(int status, long length, String body) {}

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[64 * 1024];

  HttpConnection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
    out = socket.getOutputStream();
  }

  static byte[] get(String path) {
    return "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(path).getBytes(StandardCharsets.UTF_8);
  }

  static byte[] post(String path, String json) {
    return body("POST", path, "application/json", json);
  }

  static byte[] put(String path, String bytes) {
    return body("PUT", path, "application/octet-stream", bytes);
  }

  private static byte[] body(String method, String path, String type, String body) {
    return "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(method, path, type, body.getBytes(StandardCharsets.UTF_8).length, body)
        .getBytes(StandardCharsets.UTF_8);
  }

  Answer send(byte[] request) throws IOException {
    return exchange(request, 500);
  }

  /** With the whole body. */
  Answer sendAndKeep(byte[] request) throws IOException {
    return exchange(request, Integer.MAX_VALUE);
  }

  private Answer exchange(byte[] request, int kept) throws IOException {
    out.write(request);
    out.flush();
    int status = Integer.parseInt(line().split(" ")[1]);
    long length = 0;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase();
      if (lower.startsWith("content-length:")) {
        length = Long.parseLong(lower.substring(15).strip());
      }
      chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
    }
    StringBuilder body = new StringBuilder();
    if (!chunked) {
      read(length, body, kept);
      return new Answer(status, length, body.toString());
    }
    for (long chunk = chunk(); chunk > 0; chunk = chunk()) {
      read(chunk, body, kept);
      line();
      length += chunk;
    }
    line();
    return new Answer(status, length, body.toString());
  }

  private long chunk() throws IOException {
    return Long.parseLong(line().strip(), 16);
  }

  private void read(long length, StringBuilder body, int kept) throws IOException {
    for (long left = length; left > 0; ) {
      int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (count < 0) {
        throw new EOFException("The server closed the connection in the middle of an answer");
      }
      if (body.length() < kept) {
        // The protocol is ASCII but for names and values, of which this program has none.
        body.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
      }
      left -= count;
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(80);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("The server closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
