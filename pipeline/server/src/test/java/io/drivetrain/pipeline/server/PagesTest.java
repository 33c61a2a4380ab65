package io.drivetrain.pipeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.learning.html.HtmlPages;
import io.drivetrain.pipeline.learning.html.HtmlPagesFixtures;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@AssembledTest
class PagesTest {
  private static final Listing MALICIOUS = new Listing("<script>\"alert('1')\" & {page}", "good");

  @Inject HtmlPages pages;

  public record Listing(String name, String state) {}

  @Test
  void escapesWhatAValueSays() {
    String html = pages.render("listing.html", MALICIOUS);

    String escaped = "&lt;script&gt;&quot;alert(&#39;1&#39;)&quot; &amp; {page}";
    assertThat(html)
        .contains("<title>" + escaped + "</title>")
        .contains("<h1>" + escaped + "</h1>")
        .contains("<p class=\"lead\">" + escaped + " is good.</p>")
        .contains("<section title=\"" + escaped + "\"><h2>" + escaped + "</h2></section>")
        .contains("<footer>" + escaped + "</footer>")
        .doesNotContain("<script");
  }

  @Test
  void asksNothingOfAnyOtherAddress() {
    String html = pages.render("listing.html", MALICIOUS);

    assertThat(html).doesNotContain("http", "url(", "@import", "src=", "<link");
  }

  @Test
  void isTheSameForStepsThatAreTestedWithoutTheApplication() {
    String html = HtmlPagesFixtures.pages().render("listing.html", MALICIOUS);

    assertThat(html).isEqualTo(pages.render("listing.html", MALICIOUS));
  }
}
