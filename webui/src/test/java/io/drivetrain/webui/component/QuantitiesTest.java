package io.drivetrain.webui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class QuantitiesTest {
  private final Quantities french = new Quantities(Locale.FRENCH);
  private final Quantities english = new Quantities(Locale.ENGLISH);

  @Test
  void amountsAreWrittenAsTheLanguageDoes() {
    assertThat(french.of(123_456.4, "MAD")).isEqualTo("123\u00a0456\u00a0MAD");
    assertThat(english.of(123_456.4, "MAD")).isEqualTo("123,456\u00a0MAD");
  }

  @Test
  void smallNumbersKeepTheirFractions() {
    assertThat(french.of(62.56, "m²")).isEqualTo("62,6\u00a0m²");
    assertThat(english.of(0.1234, "")).isEqualTo("0.123");
  }

  @Test
  void yearsHaveNoSeparator() {
    assertThat(french.of(2018, "")).isEqualTo("2018");
    assertThat(french.of(12_000, "")).isEqualTo("12\u00a0000");
  }

  @Test
  void partsAreSignedAndRoundedAsTheirWhole() {
    assertThat(french.part(645.3, "MAD", 57_815)).isEqualTo("+645\u00a0MAD");
    assertThat(french.part(-27_919.2, "", 57_815)).isEqualTo("\u221227\u00a0919");
    assertThat(english.part(-0.25, "", 4)).isEqualTo("\u22120.25");
  }

  @Test
  void sharesAreWrittenAsTheLanguageDoes() {
    assertThat(french.percent(0.9)).isEqualTo("90\u00a0%");
    assertThat(english.percent(0.905)).isEqualTo("90.5%");
  }
}
