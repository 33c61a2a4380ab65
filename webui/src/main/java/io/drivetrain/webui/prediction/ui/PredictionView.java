package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.Route;

@Route("")
class PredictionView extends Div {
  PredictionView() {
    addClassName("page");
    add(new H1("x"));
  }
}
