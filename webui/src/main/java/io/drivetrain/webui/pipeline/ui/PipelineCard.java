package io.drivetrain.webui.pipeline.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.drivetrain.webui.client.Pipeline;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.pipeline.Overview.Activity;
import io.drivetrain.webui.pipeline.PipelineService;

/**
 * A pipeline: what it is, when it runs by itself, what its runs came to, and a button to run it.
 */
class PipelineCard extends Section {
  private final ScheduleLine schedule;
  private final LatestRun latest = new LatestRun();
  private final RunStrip strip = new RunStrip();

  /**
   * @param onChange called when something was done that the next answer shows
   */
  PipelineCard(Pipeline pipeline, PipelineService service, Runnable onChange) {
    this.schedule = new ScheduleLine(pipeline, service, onChange);
    setId("pipeline-" + pipeline.id());
    addClassNames("card", "pipeline");
    add(head(pipeline, service));
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

  private Div head(Pipeline pipeline, PipelineService service) {
    RouterLink link = new RouterLink(pipeline.label(), PipelinesView.class);
    link.setQueryParameters(QueryParameters.of(PipelinesView.CHOSEN, pipeline.id()));
    Code id = new Code(pipeline.id());
    id.addClassName("quiet");
    Div name = new Div(new H2(link), id);
    Button run =
        new Button(
            getTranslation("pipelines.run"),
            VaadinIcon.PLAY.create(),
            click -> new RunDialog(pipeline, service).open());
    run.addThemeVariants(ButtonVariant.PRIMARY);
    run.setAriaLabel(getTranslation("pipelines.run.aria", pipeline.label()));
    run.addClassName("run-now");
    Div head = new Div(name, run);
    head.addClassName("pipeline-head");
    return head;
  }
}
