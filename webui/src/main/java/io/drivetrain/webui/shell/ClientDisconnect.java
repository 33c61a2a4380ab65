package io.drivetrain.webui.shell;

import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.stream.Stream;

/** The end of a connection by the browser, in the middle of a request. */
final class ClientDisconnect {
  /** Where the servlet container reads from browsers and writes to them; to nobody else. */
  private static final String CONNECTION = "io.undertow.vertx.VertxHttpExchange";

  private ClientDisconnect() {}

  /** Whether an error is one; connections that we have opened ourselves end otherwise. */
  static boolean caused(Throwable error) {
    return error instanceof IOException && isOfBrowser(error) && isClosed(root(error));
  }

  private static boolean isOfBrowser(Throwable error) {
    return Stream.of(error.getStackTrace())
        .limit(1)
        .anyMatch(frame -> frame.getClassName().startsWith(CONNECTION));
  }

  private static boolean isClosed(Throwable root) {
    return root instanceof SocketException
        || root instanceof ClosedChannelException
        || root instanceof HttpClosedException;
  }

  private static Throwable root(Throwable error) {
    return error.getCause() == null ? error : root(error.getCause());
  }
}
