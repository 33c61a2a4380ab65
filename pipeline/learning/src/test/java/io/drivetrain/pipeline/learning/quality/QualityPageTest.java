package io.drivetrain.pipeline.learning.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.learning.RentPipeline;
import io.drivetrain.pipeline.learning.Rents;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QualityPageTest {
  private static final String STEP = "check_data_quality";

  @RegisterExtension private final RentPipeline pipeline = new RentPipeline();

  @Test
  void saysTheVerdictFirst() {
    assertThat(page())
        .contains("<h1>Quality of rents.csv</h1><span class=\"badge good\">accepted</span>")
        .contains("<p class=\"lead\">All 7 expectations are met.</p>")
        .contains("<dt>Rows</dt><dd>400</dd>")
        .contains("401 = 1 header + 400 rows + 0 refused + 0 blank");
  }

  @Test
  void whatIsNotMetStandsOnTopWithThePlaces() {
    pipeline.with("below: 0.5", "below: 0.01").data(Rents.csv(400, 1).replace("Tanger", ""));

    String page = page();

    assertThat(page)
        .contains("<span class=\"badge bad\">rejected</span>")
        .contains("an empty cell");
    assertThat(page.indexOf(">not met<")).isBetween(0, page.indexOf(">met<"));
  }

  @Test
  void textsOfTheFileAreShownAndNotObeyed() {
    String csv = Rents.csv(400, 1).replace("Tanger", "<script>alert('1')</script>");
    pipeline
        .with(", severity: warn}\n    - {type: duplicates", "}\n    - {type: duplicates")
        .data(csv);

    assertThat(page())
        .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;")
        .doesNotContain("<script");
  }

  @Test
  void aFileThatCannotBeReadHasAPageToo() {
    pipeline.data("\u0000\u0001\u0002 no table");

    assertThat(page())
        .contains("<span class=\"badge bad\">rejected</span>")
        .contains("rents.csv is not a CSV file: it holds binary data")
        .doesNotContain("<h2>Expectations</h2>");
  }

  @Test
  void asksNothingOfAnyOtherAddress() {
    assertThat(page()).doesNotContain("http", "url(", "@import", "src=", "<link");
  }

  private String page() {
    pipeline.start().run(STEP);
    return new String(
        pipeline.registry().file(pipeline.registry().onlyRun(), "quality_report.html"),
        StandardCharsets.UTF_8);
  }
}
