package io.drivetrain.pipeline.learning.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTextTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("%[sd]");

  @ParameterizedTest
  @ValueSource(strings = {"report", "quality"})
  void everyEnglishTextIsInFrenchWithTheSamePlaceholders(String bundle) {
    PageText english = PageText.of(bundle, Language.EN);
    PageText french = PageText.of(bundle, Language.FR);

    assertThat(french.all().keySet()).containsAll(english.all().keySet());
    assertThat(english.all().values()).noneMatch(text -> text.contains("{0}"));
    english
        .all()
        .forEach((key, text) ->
            assertThat(placeholders(french.of(key))).as(key).isEqualTo(placeholders(text)));
    assertThat(french.of(bundle.equals("report") ? "steps" : "rows")).isIn("Étapes", "Lignes");
  }

  @Test
  void writesNumbersAsTheLanguageDoes() {
    NumberText french = PageText.of("report", Language.FR).numbers();

    assertThat(french.number(98.765)).isEqualTo("98,77");
    assertThat(french.round(0.7)).isEqualTo("0,7");
    assertThat(french.count(12009)).isEqualTo("12\u202f009");
  }

  @Test
  void refusesAKeyThatIsNone() {
    PageText text = PageText.of("report", Language.EN);

    assertThatThrownBy(() -> text.of("none")).hasMessage("no text with the key none");
  }

  @ParameterizedTest
  @CsvSource({
    "fr, , FR",
    "FR, en, FR",
    ", 'fr-CA, en;q=0.5', FR",
    ", 'de, en;q=0.5', EN",
    ", de, EN",
    "de, fr, FR",
    ", '%&/', EN",
    ", , EN"
  })
  void takesTheLanguageThatAReaderAsksFor(String tag, String header, Language language) {
    assertThat(Language.requested(tag, header)).isEqualTo(language);
  }

  private static long placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().count();
  }
}
