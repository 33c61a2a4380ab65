package io.drivetrain.webui.component.report;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.drivetrain.pipeline.api.report.ModelCard;
import io.drivetrain.webui.component.Facts;
import io.drivetrain.webui.component.Panel;
import java.util.List;
import java.util.Map;

/** The model card. What nobody has said is left out. */
public class CardSection extends Panel {

  public CardSection(ModelCard card) {
    super("report-card", UI.getCurrent().getTranslation("report.card", card.title()));
    add(facts(card.details()));
    text("report.card.use", card.intendedUse());
    list("report.card.outOfScope", card.outOfScope());
    text("report.card.factors", card.factors());
    text("report.card.features", String.join(", ", card.features()));
    list("report.card.evaluation", card.evaluationData());
    list("report.card.training", card.trainingData());
    text("report.card.ethics", card.ethics());
    list("report.card.caveats", card.caveats());
    if (!card.lineage().isEmpty()) {
      add(new Details(getTranslation("report.card.lineage"), facts(card.lineage())));
    }
  }

  private void text(String key, String text) {
    if (text != null && !text.isEmpty()) {
      add(new H3(getTranslation(key)), new Paragraph(text));
    }
  }

  private void list(String key, List<String> sentences) {
    if (!sentences.isEmpty()) {
      UnorderedList list = new UnorderedList();
      sentences.forEach(sentence -> list.add(new ListItem(sentence)));
      add(new H3(getTranslation(key)), list);
    }
  }

  private static Facts facts(Map<String, String> values) {
    Facts facts = new Facts();
    facts.show(values);
    return facts;
  }
}
