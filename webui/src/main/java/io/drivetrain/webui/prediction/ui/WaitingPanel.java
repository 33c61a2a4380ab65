package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import io.drivetrain.webui.prediction.ServingState;
import io.drivetrain.webui.prediction.ServingState.FailedLoad;
import io.drivetrain.webui.prediction.ServingState.NoModel;
import io.drivetrain.webui.prediction.ServingState.Serving;
import io.drivetrain.webui.prediction.ServingState.ServingPrevious;
import io.drivetrain.webui.prediction.ServingState.Starting;
import io.drivetrain.webui.prediction.ServingState.Unloadable;
import java.net.URI;

/** Stands in the place of the form while there is no model, and says what is missing. */
class WaitingPanel extends Div {

  WaitingPanel(ServingState state, URI trainingUri) {
    setId("waiting");
    addClassName("message-page");
    switch (state) {
      case Starting() -> say("starting.title", getTranslation("starting.text"));
      case Unloadable(FailedLoad failed) ->
          say("unloadable.title", getTranslation("unloadable.text", failed.version()));
      case NoModel() -> {
        say("empty.title", getTranslation("empty.text"));
        add(new Paragraph(getTranslation("empty.trigger")), command(trainingUri));
      }
      case Serving(_), ServingPrevious(_, _) ->
          throw new IllegalArgumentException("There is a model: nothing to wait for");
    }
  }

  private void say(String titleKey, String text) {
    add(new H1(getTranslation(titleKey)), new Paragraph(text));
  }

  private static Pre command(URI trainingUri) {
    String command =
        """
        curl -X POST -H 'Content-Type: application/json' -d '{}' \\
          %s\
        """;
    return new Pre(new Code(command.formatted(trainingUri)));
  }
}
