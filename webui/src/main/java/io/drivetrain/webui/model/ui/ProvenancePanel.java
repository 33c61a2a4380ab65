package io.drivetrain.webui.model.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H3;
import io.drivetrain.models.bundle.BundleDescription;
import io.drivetrain.models.bundle.Provenance;
import io.drivetrain.webui.component.Facts;
import io.drivetrain.webui.component.Panel;
import io.drivetrain.webui.component.TimeFormat;
import io.drivetrain.webui.component.report.ReportNumbers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is needed to make a version again. */
class ProvenancePanel extends Panel {

  ProvenancePanel(BundleDescription bundle) {
    super("provenance", UI.getCurrent().getTranslation("models.provenance"));
    add(facts(facts(bundle)));
    Map<String, String> parameters = bundle.provenance().parameters();
    if (!parameters.isEmpty()) {
      add(new H3(getTranslation("models.parameters")), facts(parameters));
    }
  }

  private static Facts facts(Map<String, String> values) {
    Facts facts = new Facts();
    facts.show(values);
    return facts;
  }

  private Map<String, String> facts(BundleDescription bundle) {
    Provenance provenance = bundle.provenance();
    ReportNumbers numbers = new ReportNumbers(getLocale());
    TimeFormat times = TimeFormat.of(UI.getCurrent());
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(getTranslation("models.data"), provenance.dataSource());
    facts.put(getTranslation("report.data.rows"), numbers.count(provenance.rows().read()));
    facts.put(getTranslation("report.data.train"), numbers.count(provenance.rows().train()));
    facts.put(getTranslation("report.data.test"), numbers.count(provenance.rows().test()));
    provenance
        .rows()
        .dropped()
        .forEach((reason, rows) ->
            facts.put(getTranslation("report.data.dropped", reason), numbers.count(rows)));
    facts.put(getTranslation("models.algorithm"), provenance.algorithm());
    facts.put(
        getTranslation("models.library"),
        provenance.library().name() + " " + provenance.library().version());
    facts.put(getTranslation("models.seed"), String.valueOf(provenance.splitSeed()));
    facts.put(getTranslation("models.commit"), provenance.commit());
    facts.put("JDK", provenance.jdk());
    facts.put(getTranslation("result.trainedAt"), times.at(provenance.finishedAt()));
    facts.put(
        getTranslation("models.trained.for"),
        times.lasting(Duration.between(provenance.startedAt(), provenance.finishedAt())));
    facts.put(getTranslation("models.data.hash"), provenance.dataHash());
    facts.put(getTranslation("models.bundle.hash"), bundle.hash());
    return facts;
  }
}
