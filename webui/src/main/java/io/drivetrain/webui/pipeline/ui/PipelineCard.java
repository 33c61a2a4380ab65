package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.drivetrain.pipeline.api.overview.PipelineOverview.Pipeline;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.pipeline.Overview.Activity;
import io.drivetrain.webui.pipeline.PipelineService;

/** A pipeline: what it is, when it starts, how its latest runs ended, and a button to run it. */
class PipelineCard extends Panel {
  private final ScheduleLine schedule;
  private final LatestRun latest = new LatestRun();
  private final RunStrip strip = new RunStrip();

  /**
   * @param onChange called when something was done that the next answer shows
   */
  PipelineCard(Pipeline pipeline, PipelineService service, Runnable onChange) {
    super("pipeline-" + pipeline.id(), name(pipeline));
    this.schedule = new ScheduleLine(pipeline, service, onChange);
    addToHead(runButton(pipeline, service));
    if (!pipeline.description().isBlank()) {
      Paragraph description = new Paragraph(pipeline.description());
      description.addClassName("quiet");
      add(description);
    }
    add(schedule, latest, strip);
  }

  void show(Activity activity) {
    TimeFormat times = TimeFormat.of(UI.getCurrent());
    schedule.show(activity.schedule(), times);
    latest.show(activity.runs(), times);
    strip.show(activity.runs(), times);
  }

  private static Div name(Pipeline pipeline) {
    Code id = new Code(pipeline.id());
    id.addClassName("quiet");
    return new Div(new H2(PageLink.toPipeline(pipeline.id(), pipeline.label())), id);
  }

  private Button runButton(Pipeline pipeline, PipelineService service) {
    Button run =
        new Button(
            getTranslation("pipelines.run"),
            VaadinIcon.PLAY.create(),
            click -> new LaunchDialog(pipeline, service).open());
    run.addThemeVariants(ButtonVariant.PRIMARY);
    run.setAriaLabel(getTranslation("pipelines.run.aria", pipeline.label()));
    run.addClassName("run-now");
    return run;
  }
}
