package io.drivetrain.webui.experiment.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import java.util.List;

/** MLflow's search language by examples. */
class FilterHelp extends Details {
  private record Example(String filter, String textKey) {}

  private static final List<Example> EXAMPLES =
      List.of(
          new Example("metrics.rmse < 0.5 AND params.kind = 'trees'", "runFilter.help.and"),
          new Example("params.`learning rate` IN ('0.1', '0.3')", "runFilter.help.quotes"),
          new Example("attributes.run_name ILIKE '%night%'", "runFilter.help.like"),
          new Example("metrics.`loss`.min < 0.2", "runFilter.help.statistic"),
          new Example("NOT (tags.team = 'blue' OR params.seed IS NULL)", "runFilter.help.not"),
          new Example(
              "attributes.status = 'FAILED' AND attributes.duration > 60000",
              "runFilter.help.attributes"));

  FilterHelp() {
    setId("filter-help");
    setSummaryText(getTranslation("runFilter.help"));
    DescriptionList list = new DescriptionList();
    list.addClassName("examples");
    for (Example example : EXAMPLES) {
      list.add(
          new Term(new Code(example.filter())), new Description(getTranslation(example.textKey())));
    }
    add(list);
  }
}
