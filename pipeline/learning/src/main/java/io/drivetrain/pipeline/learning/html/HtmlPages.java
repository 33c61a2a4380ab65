package io.drivetrain.pipeline.learning.html;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/**
 * Makes HTML pages of records. A template below {@code templates/} includes {@code page} and begins
 * with {@code {@the.type.of.its.Record page}}: the build then checks every name that it uses.
 */
@ApplicationScoped
public class HtmlPages {
  private final Engine engine;

  public HtmlPages(Engine engine) {
    this.engine = engine;
  }

  /**
   * The page of a record, which the template calls {@code page}.
   *
   * @param template name of a file below {@code templates/}, such as {@code run_report.html}
   */
  public String render(String template, Object page) {
    Template found = Objects.requireNonNull(engine.getTemplate(template), template);
    return found.data("page", page).render();
  }
}
