package io.drivetrain.access.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 1",
    "bytes=3-5, 3, 6",
    "bytes=3-, 3, 10",
    "bytes=3-99, 3, 10",
    "bytes=-4, 6, 10",
    "bytes=-99, 0, 10",
    "Bytes= 9-9, 9, 10"
  })
  void isThePartThatIsAskedFor(String header, long from, long to)
      throws UnsatisfiableRangeException {
    assertThat(ByteRange.parse(header, 10)).contains(new ByteRange(from, to));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "bytes=-", "bytes=a-b", "bytes=0-1,4-5", "lines=1-2", "bytes=5-3", "bytes=5"})
  void isTheWholeWhenNothingElseIsUnderstood(String header) throws UnsatisfiableRangeException {
    assertThat(ByteRange.parse(header, 10)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"bytes=10-, 10", "bytes=12-13, 10", "bytes=-0, 10", "bytes=0-, 0", "bytes=-1, 0"})
  void isRefusedWhenNothingIsThere(String header, long size) {
    assertThatThrownBy(() -> ByteRange.parse(header, size))
        .isInstanceOf(UnsatisfiableRangeException.class);
  }
}
