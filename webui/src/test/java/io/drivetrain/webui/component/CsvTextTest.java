package io.drivetrain.webui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTextTest {

  @Test
  void quotesWhatWouldBreakTheTable() {
    assertThat(new CsvText(List.of("a", "b")).row(List.of("1,5", "say \"x\"\nnow")))
        .hasToString("a,b\r\n\"1,5\",\"say \"\"x\"\"\nnow\"\r\n");
  }

  @Test
  void textIsNoFormulaAndNumberStaysOne() {
    assertThat(new CsvText(List.of("a", "b", "c")).row(List.of("=1+1", "-0.5", -2.5)))
        .hasToString("a,b,c\r\n'=1+1,-0.5,-2.5\r\n");
  }
}
