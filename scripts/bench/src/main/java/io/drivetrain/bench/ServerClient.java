package io.drivetrain.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.bootstrap.HttpRequester;
import org.apache.hc.core5.http.impl.bootstrap.RequesterBootstrap;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Kept-alive connections to one server on this machine. The client does as little as it can,
 * because it shares the cores with what it measures: blocking sockets, no redirects, no cookies, no
 * headers but the necessary ones.
 */
public final class ServerClient implements AutoCloseable {
  private static final int KEPT_BYTES = 500;

  /** The default ones would ask for permission to send a body (Expect: 100-continue). */
  private static final HttpProcessor HEADERS =
      HttpProcessorBuilder.create()
          .addAll(RequestTargetHost.INSTANCE, RequestContent.INSTANCE)
          .build();

  private final HttpHost server;
  private final Timeout timeout;
  private final HttpRequester requester;

  /**
   * Connects with the first request.
   *
   * @param connections at most so many at a time; who needs one more waits
   * @param timeout for a connection, and for each read of an answer
   */
  public ServerClient(int port, int connections, Duration timeout) {
    this.server = new HttpHost("http", "127.0.0.1", port);
    this.timeout = Timeout.of(timeout);
    this.requester =
        RequesterBootstrap.bootstrap()
            .setHttpProcessor(HEADERS)
            .setSocketConfig(
                SocketConfig.custom()
                    .setSoTimeout((int) timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .setTcpNoDelay(true)
                    .build())
            .setMaxTotal(connections)
            .setDefaultMaxPerRoute(connections)
            .create();
  }

  /** Keeps the first bytes of the body only, for an error message. */
  public Answer send(Request request) throws IOException {
    return exchange(request, KEPT_BYTES);
  }

  /** Keeps the whole body. */
  public Answer sendAndKeep(Request request) throws IOException {
    return exchange(request, Integer.MAX_VALUE);
  }

  private Answer exchange(Request request, int kept) throws IOException {
    BasicClassicHttpRequest message = new BasicClassicHttpRequest(request.method(), request.path());
    request.headers().forEach(message::setHeader);
    if (request.body().length > 0) {
      message.setEntity(new ByteArrayEntity(request.body(), request.type()));
    }
    try {
      return requester.execute(
          server, message, timeout, HttpCoreContext.create(), response -> read(response, kept));
    } catch (HttpException e) {
      throw new IOException("The server does not speak HTTP: " + e.getMessage(), e);
    }
  }

  private static Answer read(ClassicHttpResponse response, int kept) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return new Answer(response.getCode(), 0, "");
    }
    try (InputStream content = entity.getContent()) {
      byte[] start = content.readNBytes(kept);
      long length = start.length + content.skip(Long.MAX_VALUE);
      return new Answer(response.getCode(), length, new String(start, StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {
    requester.close(CloseMode.IMMEDIATE);
  }
}
