package io.drivetrain.pipeline.learning.html;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Pages for tests without Quarkus: the same templates, read from the class path. */
public final class HtmlPagesFixtures {
  private HtmlPagesFixtures() {}

  public static HtmlPages pages() {
    return new HtmlPages(
        Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addValueResolver(ValueResolvers.rawResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .addLocator(HtmlPagesFixtures::locate)
            .build());
  }

  private static Optional<TemplateLocator.TemplateLocation> locate(String name) {
    String file = "/templates/" + (name.endsWith(".html") ? name : name + ".html");
    try (InputStream template = HtmlPagesFixtures.class.getResourceAsStream(file)) {
      return template == null
          ? Optional.empty()
          : Optional.of(new Html(new String(template.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private record Html(String text) implements TemplateLocator.TemplateLocation {
    @Override
    public Reader read() {
      return new StringReader(text);
    }

    @Override
    public Optional<Variant> getVariant() {
      return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
    }
  }
}
