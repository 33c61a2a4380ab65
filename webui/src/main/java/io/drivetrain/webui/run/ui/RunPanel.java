package io.drivetrain.webui.run.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.pipeline.api.run.StepDetails;
import io.drivetrain.pipeline.api.step.StepReason;
import io.drivetrain.pipeline.api.step.StepState;
import io.drivetrain.webui.client.Subscriptions;
import io.drivetrain.webui.component.KeyedList;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.RunTexts;
import io.drivetrain.webui.component.StateBadge;
import io.drivetrain.webui.component.StateColor;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.component.report.GateTexts;
import io.drivetrain.webui.run.ObservedRun;
import io.drivetrain.webui.run.RunService;
import java.util.Optional;
import java.util.function.Consumer;

/** A run: its state, why it waits, its steps in time, and the step that is looked at. */
class RunPanel extends Div {
  private final String title;
  private final StateBadge badge = new StateBadge();
  private final Paragraph message = new Paragraph();
  private final ApprovalPanel approval;
  private final WhyPanel why = new WhyPanel();
  private final GatesPanel gates = new GatesPanel();
  private final RunActions actions;
  private final StepsCard steps;
  private final RunDetailsPanel facts = new RunDetailsPanel();
  private final KeyedList<StepDetails, StepCard> stepCard;
  private final Consumer<String> onChoice;
  private Optional<String> chosen;
  private Optional<ObservedRun> shown = Optional.empty();

  /**
   * @param chosen id of the step to look at first; without it, the one that says most
   * @param onChoice gets the id of the step that was chosen
   * @param onChange called when something was done that the next answer shows
   */
  RunPanel(
      RunDetails run,
      RunService service,
      Subscriptions subscriptions,
      Optional<String> chosen,
      Consumer<String> onChoice,
      Runnable onChange) {
    this.chosen = chosen;
    this.onChoice = onChoice;
    this.actions = new RunActions(run.id(), service, onChange);
    this.approval = new ApprovalPanel(run.id(), service, onChange);
    this.steps = new StepsCard(this::choose);
    this.title = getTranslation("run.titleOf", TimeFormat.of(UI.getCurrent()).at(run.createdAt()));
    message.setId("run-message");
    Div looked = new Div();
    stepCard =
        new KeyedList<>(
            looked,
            StepDetails::step,
            step -> new StepCard(run.id(), step.step(), service, subscriptions, onChange));
    Div left = new Div(steps, looked);
    left.addClassName("run-main");
    Div parts = new Div(left, facts);
    parts.addClassName("run");
    add(back(run), head(), message, approval, gates, why, parts);
  }

  final String title() {
    return title;
  }

  final void show(ObservedRun observed) {
    shown = Optional.of(observed);
    RunDetails run = observed.run();
    TimeFormat times = TimeFormat.of(UI.getCurrent());
    badge.show(run.state());
    message.setText(because(observed, times));
    gates.show(observed.report());
    message.setVisible(run.hasEnded() && !message.getText().isEmpty());
    approval.show(run, times);
    why.show(observed, times);
    actions.show(run);
    steps.show(run, looksAt(run), times);
    facts.show(run, times);
    stepCard.show(
        looksAt(run).flatMap(run::step).stream().toList(),
        (card, step) -> card.show(run, step, times));
  }

  /** Of a gate, which one and what it compared; else the words of the service. */
  private String because(ObservedRun observed, TimeFormat times) {
    RunDetails run = observed.run();
    Optional<String> gate =
        observed
            .report()
            .filter(_ -> run.reason().equals(Optional.of(StepReason.GATE)))
            .flatMap(report -> new GateTexts(getLocale()).firstFailure(report.gates()));
    return new RunTexts(getLocale(), times).because(run.reason(), gate.or(run::message));
  }

  /** The chosen one, or else the first that runs or failed, or the last that ended. */
  private Optional<String> looksAt(RunDetails run) {
    return chosen
        .filter(id -> run.step(id).isPresent())
        .or(() ->
            run.steps().stream().filter(RunPanel::isOfInterest).map(StepDetails::step).findFirst())
        .or(() ->
            run.steps().stream()
                .filter(step -> step.endedAt().isPresent())
                .map(StepDetails::step)
                .reduce((before, last) -> last))
        .or(() -> run.steps().stream().map(StepDetails::step).findFirst());
  }

  private static boolean isOfInterest(StepDetails step) {
    return switch (StateColor.of(step.state())) {
      case ACTIVE, APPROVAL, BAD, REJECTED -> true;
      case GOOD, WAITING -> false;
      case STOPPED -> step.state() == StepState.CANCELLED;
    };
  }

  private void choose(String step) {
    chosen = Optional.of(step);
    onChoice.accept(step);
    shown.ifPresent(this::show);
  }

  private PageLink back(RunDetails run) {
    PageLink back = PageLink.toPipeline(run.pipeline(), run.pipeline());
    back.addClassName("back");
    return back;
  }

  private Div head() {
    badge.setId("run-state");
    badge.getElement().setAttribute("role", "status");
    Div name = new Div(new H1(title), badge);
    name.addClassName("line");
    Div head = new Div(name, actions);
    head.addClassName("head");
    return head;
  }
}
