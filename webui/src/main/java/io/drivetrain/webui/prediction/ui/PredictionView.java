package io.drivetrain.webui.prediction.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.drivetrain.webui.prediction.PredictionConfig;
import io.drivetrain.webui.prediction.ProductionModel;
import io.drivetrain.webui.prediction.ServedModel;
import io.drivetrain.webui.prediction.ServingState;
import io.drivetrain.webui.shell.KeepsEntries;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The prediction page. It follows the model in production while it is open; its address holds what
 * was entered for the last estimate, so that an estimate can be shared.
 */
@Route("")
class PredictionView extends Div implements BeforeEnterObserver, HasDynamicTitle, KeepsEntries {
  private static final Duration NOTICE = Duration.ofSeconds(6);

  private final ProductionModel production;
  private final PredictionConfig config;
  private ServingState shown = new ServingState.Starting();
  private Optional<PredictionPanel> panel = Optional.empty();
  private Map<String, String> addressed = Map.of();
  private Runnable unsubscribe = () -> {};

  PredictionView(ProductionModel production, PredictionConfig config) {
    this.production = production;
    this.config = config;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Map<String, String> shared = AddressQuery.read(event.getLocation().getQueryParameters());
    addressed = shared;
    if (panel.isEmpty() || !isShown(production.state())) {
      show(production.state());
    } else {
      panel.get().reset();
    }
    panel
        .filter(form -> shared.keySet().stream().anyMatch(form::knows))
        .ifPresent(form -> form.answer(shared));
  }

  @Override
  public String getPageTitle() {
    return panel
        .map(PredictionPanel::title)
        .orElseGet(() -> getTranslation("prediction.titleWithoutModel"));
  }

  @Override
  public String entriesAsQuery() {
    return panel.map(form -> query(form.entries())).orElse("");
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    UI ui = attach.getUI();
    unsubscribe = production.onChange(state -> ui.access(() -> follow(state)));
    follow(production.state());
  }

  @Override
  protected void onDetach(DetachEvent detach) {
    unsubscribe.run();
  }

  private void follow(ServingState state) {
    if (isShown(state)) {
      return;
    }
    Optional<PredictionPanel> before = panel;
    show(state);
    panel.ifPresent(now -> before.ifPresent(then -> now.takeOver(then)));
    state.model().ifPresent(model -> notifyOf(model));
    getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
  }

  /** A model that goes on answering is no news, whatever became of its successor. */
  private boolean isShown(ServingState state) {
    return state.model().isPresent()
        ? state.model().equals(panel.map(PredictionPanel::model))
        : state.equals(shown);
  }

  private void show(ServingState state) {
    shown = state;
    panel = state.model().map(model -> new PredictionPanel(model, this::remember));
    removeAll();
    add(panel.isPresent() ? panel.get() : new WaitingPanel(state, config.trainingUri()));
  }

  private void notifyOf(ServedModel model) {
    Notification.show(
        getTranslation("prediction.modelChanged", model.version()),
        Math.toIntExact(NOTICE.toMillis()),
        Notification.Position.BOTTOM_START);
  }

  /** Each estimate has its entry in the browser's history, so that Back returns to the former. */
  private void remember(Map<String, String> entered) {
    if (entered.equals(addressed)) {
      return;
    }
    addressed = entered;
    getUI().ifPresent(ui -> ui.getPage().getHistory().pushState(null, query(entered)));
  }

  private static String query(Map<String, String> entered) {
    return "?" + AddressQuery.of(entered);
  }
}
