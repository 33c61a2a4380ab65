package io.drivetrain.webui.component.artifact;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.markdown.Markdown;
import io.drivetrain.webui.artifact.ArtifactEntry;
import io.drivetrain.webui.artifact.ArtifactKind;
import io.drivetrain.webui.artifact.ArtifactService;
import io.drivetrain.webui.client.ServiceCallException;
import io.drivetrain.webui.component.FileSize;
import io.drivetrain.webui.component.PageLink;
import java.util.function.Supplier;

/**
 * Shows a file of a tracking run by its kind. Others wrote it: its HTML runs no script and loads
 * nothing.
 */
public class ArtifactViewer extends Div {

  /**
   * @param run id
   * @param text reads the file; called for texts that are not too long
   */
  public ArtifactViewer(String run, ArtifactEntry file, Supplier<String> text) {
    addClassName("artifact");
    add(head(run, file));
    ArtifactKind kind = ArtifactKind.of(file.path());
    if (kind == ArtifactKind.IMAGE) {
      Image image = new Image(PageLink.trackingFile(run, file.path()), file.name());
      add(image);
    } else if (!kind.isText()) {
      add(quiet("artifact.noViewer"));
    } else if (file.sizeBytes() > ArtifactService.MAX_SHOWN_BYTES) {
      add(quiet("artifact.tooLarge"));
    } else {
      add(read(kind, file, text));
    }
  }

  private Component head(String run, ArtifactEntry file) {
    Anchor download =
        new Anchor(PageLink.trackingFile(run, file.path()), getTranslation("artifact.download"));
    download.setRouterIgnore(true);
    download.getElement().setAttribute("download", file.name());
    Div name = new Div(file.path());
    name.addClassName("artifact-path");
    Div size = new Div(FileSize.text(getLocale(), file.sizeBytes()));
    size.addClassName("quiet");
    Div head = new Div(name, size, download);
    head.addClassName("line");
    return head;
  }

  private Component read(ArtifactKind kind, ArtifactEntry file, Supplier<String> text) {
    try {
      return shown(kind, file, text.get());
    } catch (ServiceCallException failed) {
      return quiet("artifact.unreadable");
    }
  }

  private Component shown(ArtifactKind kind, ArtifactEntry file, String text) {
    return switch (kind) {
      case JSON -> text(PrettyJson.of(text));
      case TABLE -> new TableViewer(file.name(), text);
      case MARKDOWN -> markdown(text);
      case HTML -> page(file, text);
      case TEXT, IMAGE, PDF, BINARY -> text(text);
    };
  }

  private static Component text(String text) {
    Pre pre = new Pre(text);
    pre.getElement().setAttribute("tabindex", "0");
    return pre;
  }

  private static Component markdown(String text) {
    Markdown markdown = new Markdown(text);
    markdown.addClassName("artifact-markdown");
    return markdown;
  }

  private static Component page(ArtifactEntry file, String html) {
    IFrame frame = new IFrame();
    frame.getElement().setAttribute("sandbox", ""); // neither scripts nor this site
    frame.setSrcdoc(html);
    frame.getElement().setAttribute("title", file.name());
    frame.addClassName("artifact-page");
    return frame;
  }

  private Paragraph quiet(String key) {
    Paragraph paragraph = new Paragraph(getTranslation(key));
    paragraph.addClassName("quiet");
    return paragraph;
  }
}
