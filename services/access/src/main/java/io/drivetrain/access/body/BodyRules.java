package io.drivetrain.access.body;

import io.drivetrain.access.problem.Problem;
import io.drivetrain.access.problem.ProblemResponse;
import io.drivetrain.access.problem.RequestProblem;
import io.drivetrain.access.problem.StatusWords;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses bodies before they are read: those beyond the limit, which the HTTP server would refuse
 * without a word; compressed ones; and JSON that is declared to be of another charset than UTF-8.
 */
@ApplicationScoped
class BodyRules {
  private static final int AFTER_THE_GUARD = 90;
  private static final Set<String> UTF_8 = Set.of("utf-8", "utf8");
  private static final Pattern JSON = Pattern.compile("application/([^;\\s]+\\+)?json\\b.*");
  private static final Pattern CHARSET = Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s;\"]*)");
  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

  private final ProblemResponse responses;
  private final StatusWords words;
  private final UnsizedBody unsized;

  BodyRules(ProblemResponse responses, StatusWords words, UnsizedBody unsized) {
    this.unsized = unsized;
    this.responses = responses;
    this.words = words;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, AFTER_THE_GUARD);
  }

  private void check(RoutingContext context) {
    var refusal = refusal(context.request());
    if (refusal.isPresent()) {
      refuse(context, refusal.get());
      return;
    }
    if (unsized.isOf(context.request())) {
      unsized.read(context, () -> refuse(context, words.problem(413, context.request().path())));
      return;
    }
    context.next();
  }

  private void refuse(RoutingContext context, Problem problem) {
    if (context.request().version() != HttpVersion.HTTP_2) {
      // The body is not read.
      context.response().putHeader("Connection", "close");
    }
    context.response().putHeader("Accept-Encoding", "identity");
    responses.end(context, problem);
  }

  private Optional<Problem> refusal(HttpServerRequest request) {
    var length = lower(request.getHeader("Content-Length"));
    if (LENGTH.matcher(length).matches() && words.isTooLarge(Long.parseLong(length))) {
      return Optional.of(words.problem(413, request.path()));
    }
    if (isCompressed(lower(request.getHeader("Content-Encoding")))) {
      return unsupported(
          "Send the body as it is, without Content-Encoding: this server decodes none.");
    }
    return isOfOtherCharset(lower(request.getHeader("Content-Type")))
        ? unsupported("Send JSON in UTF-8: Content-Type names another charset.")
        : Optional.empty();
  }

  private static Optional<Problem> unsupported(String detail) {
    return Optional.of(Problem.of(RequestProblem.UNSUPPORTED_MEDIA_TYPE, detail));
  }

  private static boolean isCompressed(String encoding) {
    return !encoding.isEmpty() && !encoding.equals("identity");
  }

  private static boolean isOfOtherCharset(String contentType) {
    var charset = CHARSET.matcher(contentType);
    return JSON.matcher(contentType).matches()
        && charset.find()
        && !UTF_8.contains(charset.group(1));
  }

  private static String lower(String header) {
    return header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
  }
}
