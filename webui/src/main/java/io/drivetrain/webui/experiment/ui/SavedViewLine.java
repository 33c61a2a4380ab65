package io.drivetrain.webui.experiment.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import io.drivetrain.webui.experiment.RunTable;
import io.drivetrain.webui.savedview.SavedView;
import java.util.Optional;

/** Names the saved view that a table shows, or says why it does not show it. Else hidden. */
class SavedViewLine extends Paragraph {

  SavedViewLine() {
    setId("saved-view");
    hide();
  }

  void hide() {
    setVisible(false);
  }

  /** Returns the table of the view, or that of all runs when it is gone. */
  RunTable show(Optional<SavedView> view) {
    say(
        view.map(found -> getTranslation("views.shown", found.name()))
            .orElseGet(() -> getTranslation("views.unknown")),
        view.isEmpty());
    return view.map(found -> RunTable.of(QueryParameters.fromString(found.query()).getParameters()))
        .orElse(RunTable.ALL);
  }

  RunTable showUnavailable() {
    say(getTranslation("views.unavailable"), true);
    return RunTable.ALL;
  }

  private void say(String text, boolean isNotice) {
    setText(text);
    setClassName("notice", isNotice);
    setClassName("quiet", !isNotice);
    setVisible(true);
  }
}
