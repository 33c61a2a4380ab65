package io.drivetrain.webui.run;

import io.drivetrain.webui.client.PipelineCallException;
import io.drivetrain.webui.component.RefusalTexts;
import io.drivetrain.webui.language.Language;
import io.drivetrain.webui.language.Translations;
import jakarta.ws.rs.core.Response;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A small page for a person who asked for a file that cannot be had now. */
final class UnavailableFile {
  private static final int BAD_GATEWAY = 502;

  private UnavailableFile() {}

  /**
   * @param back address of a page that shows the same as soon as it can
   */
  static Response page(PipelineCallException failed, Language language, String back) {
    Translations texts = new Translations();
    RefusalTexts said =
        failed
            .refusal()
            .map(refusal -> RefusalTexts.of(refusal, language.locale()))
            .orElseGet(() ->
                new RefusalTexts(
                    texts.getTranslation("dialog.away.title.PIPELINE", language.locale()),
                    texts.getTranslation("file.away", language.locale())));
    Document page = Document.createShell("");
    page.child(0).attr("lang", language.code());
    page.head().appendElement("meta").attr("charset", "UTF-8");
    page.head()
        .appendElement("meta")
        .attr("name", "viewport")
        .attr("content", "width=device-width");
    page.head()
        .appendElement("style")
        .appendText(
            ":root{color-scheme:light dark}"
                + "body{font:16px system-ui;max-width:40rem;margin:5rem auto;padding:0 1rem}");
    page.title(said.title());
    page.body().appendElement("h1").text(said.title());
    page.body().appendElement("p").text(said.detail());
    Element link = page.body().appendElement("p").appendElement("a").attr("href", back);
    link.text(texts.getTranslation("file.back", language.locale()));
    return Response.status(failed.refusal().map(one -> one.status()).orElse(BAD_GATEWAY))
        .type("text/html;charset=UTF-8")
        .header("Cache-Control", "no-store")
        .entity(page.outerHtml())
        .build();
  }
}
