package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** A CSV file that is made when it is asked for, with the mark that spreadsheets know UTF-8 by. */
final class CsvFile {
  private static final String UTF_8_MARK = "\ufeff";

  private CsvFile() {}

  static DownloadHandler of(String name, Supplier<String> csv) {
    return DownloadHandler.fromInputStream(event -> {
      byte[] bytes = (UTF_8_MARK + csv.get()).getBytes(StandardCharsets.UTF_8);
      return new DownloadResponse(
          new ByteArrayInputStream(bytes), name, "text/csv;charset=UTF-8", bytes.length);
    });
  }
}
