package io.drivetrain.webui.component.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

  @Test
  void readsQuotesSeparatorsAndLineEndsInCells() {
    assertThat(CsvRows.read("a,b\r\n\"1,5\",\"say \"\"x\"\"\nnow\"\r\n,\n"))
        .containsExactly(List.of("a", "b"), List.of("1,5", "say \"x\"\nnow"), List.of("", ""));
  }

  @Test
  void firstLineSaysWhatPartsCells() {
    assertThat(CsvRows.read("\ufeffa;b\n1,5;2"))
        .containsExactly(List.of("a", "b"), List.of("1,5", "2"));
    assertThat(CsvRows.read("a\tb\n1\t2")).contains(List.of("1", "2"));
  }

  @Test
  void openQuoteEndsWithTheFile() {
    assertThat(CsvRows.read("a\n\"open")).containsExactly(List.of("a"), List.of("open"));
    assertThat(CsvRows.read("")).isEmpty();
  }
}
