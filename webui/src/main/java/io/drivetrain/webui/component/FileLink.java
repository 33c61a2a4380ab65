package io.drivetrain.webui.component;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Saves a table that a page shows as a CSV file. */
public final class FileLink extends Anchor {

  /**
   * @param name of the file
   * @param content what the page shows when it is clicked; called without the page's lock
   */
  public static FileLink csv(String name, String text, Supplier<CsvText> content) {
    return new FileLink(
        text,
        DownloadHandler.fromInputStream(download -> {
          byte[] bytes = ("\ufeff" + content.get()).getBytes(StandardCharsets.UTF_8);
          return new DownloadResponse(
              new ByteArrayInputStream(bytes), name, "text/csv;charset=UTF-8", bytes.length);
        }));
  }

  private FileLink(String text, DownloadHandler content) {
    super(content, text);
    addClassName("file-link");
  }
}
