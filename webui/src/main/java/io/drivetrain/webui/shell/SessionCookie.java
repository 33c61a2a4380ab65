package io.drivetrain.webui.shell;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Keeps the session cookie on this site. The servlet container has no setting for it. */
@ApplicationScoped
class SessionCookie {
  private static final int ORDER = 100;
  private static final String SET_COOKIE = "Set-Cookie";
  private static final String NAME = "JSESSIONID=";

  void register(@Observes Filters filters) {
    filters.register(SessionCookie::restrict, ORDER);
  }

  private static void restrict(RoutingContext request) {
    request.addHeadersEndHandler(sent -> restrict(request.response().headers()));
    request.next();
  }

  private static void restrict(MultiMap headers) {
    List<String> cookies = headers.getAll(SET_COOKIE);
    if (cookies.stream().anyMatch(cookie -> cookie.startsWith(NAME))) {
      headers.set(SET_COOKIE, cookies.stream().map(SessionCookie::sameSite).toList());
    }
  }

  private static String sameSite(String cookie) {
    return cookie.startsWith(NAME) ? cookie + "; SameSite=Lax" : cookie;
  }
}
