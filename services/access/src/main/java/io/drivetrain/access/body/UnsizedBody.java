package io.drivetrain.access.body;

import io.drivetrain.access.problem.StatusWords;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Reads a body whose length the client does not declare, before anyone else does. The HTTP server
 * would break off such a body at the limit without a word. Servers that take large files stream
 * them, and are left alone.
 */
@ApplicationScoped
class UnsizedBody {
  private static final long MOST_BYTES = 16L * 1024 * 1024;

  private final StatusWords words;

  UnsizedBody(StatusWords words) {
    this.words = words;
  }

  boolean isOf(HttpServerRequest request) {
    return words.isTooLarge(MOST_BYTES)
        && !request.headers().contains(HttpHeaders.CONTENT_LENGTH)
        && request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
  }

  /**
   * Goes on with the whole body, or refuses it.
   *
   * @param refuse called once, when the body is larger than this server accepts
   */
  void read(RoutingContext context, Runnable refuse) {
    Buffer received = Buffer.buffer();
    HttpServerRequest request = context.request();
    request.handler(chunk -> {
      if (words.isTooLarge((long) received.length() + chunk.length())) {
        request.handler(_ -> {});
        request.endHandler(_ -> {});
        refuse.run();
        return;
      }
      received.appendBuffer(chunk);
    });
    request.endHandler(_ -> {
      ((RoutingContextInternal) context).setBody(received);
      context.next();
    });
    request.resume();
  }
}
