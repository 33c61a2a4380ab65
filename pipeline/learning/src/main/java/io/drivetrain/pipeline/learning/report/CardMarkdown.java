package io.drivetrain.pipeline.learning.report;

import io.drivetrain.pipeline.api.report.ModelCard;
import io.drivetrain.pipeline.learning.html.NumberText;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A model card as Markdown. What people or files said is escaped. */
final class CardMarkdown {
  private final ModelCard card;
  private final StringBuilder text = new StringBuilder();

  CardMarkdown(ModelCard card) {
    this.card = card;
  }

  String text() {
    text.append("# Model card: ").append(escape(card.title())).append('\n');
    pairs("Model details", card.details());
    paragraph("Intended use", card.intendedUse());
    list("Out of scope", card.outOfScope());
    paragraph("Factors", card.factors());
    list("Input features", card.features());
    table(
        "Metrics",
        List.of("metric", "value", "unit"),
        card.metrics(),
        metric ->
            List.of(metric.label(), NumberText.ENGLISH.number(metric.challenger()), metric.unit()));
    list("Evaluation data", card.evaluationData());
    list("Training data", card.trainingData());
    table(
        "Quantitative analyses",
        List.of("by", "slice", "rows", "mean absolute error", "error", "bias"),
        card.slices(),
        slice ->
            List.of(
                slice.by(),
                slice.slice(),
                NumberText.ENGLISH.count(slice.rows()),
                NumberText.ENGLISH.number(slice.meanAbsoluteError()),
                NumberText.ENGLISH.percent(slice.errorShare()),
                NumberText.ENGLISH.percent(slice.biasShare())));
    paragraph("Ethical considerations", card.ethics());
    list("Caveats and recommendations", card.caveats());
    pairs("Lineage", card.lineage());
    return text.toString();
  }

  private void paragraph(String heading, String paragraph) {
    if (!paragraph.isEmpty()) {
      heading(heading);
      text.append(escape(paragraph)).append('\n');
    }
  }

  private void list(String heading, List<String> sentences) {
    if (!sentences.isEmpty()) {
      heading(heading);
      sentences.forEach(sentence -> text.append("- ").append(escape(sentence)).append('\n'));
    }
  }

  private void pairs(String heading, Map<String, String> pairs) {
    list(
        heading,
        pairs.entrySet().stream().map(pair -> pair.getKey() + ": " + pair.getValue()).toList());
  }

  private <T> void table(
      String heading, List<String> columns, List<T> rows, Function<T, List<String>> cells) {
    if (rows.isEmpty()) {
      return;
    }
    heading(heading);
    row(columns);
    row(columns.stream().map(column -> "---").toList());
    rows.forEach(one -> row(cells.apply(one).stream().map(CardMarkdown::escape).toList()));
  }

  private void row(List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private void heading(String heading) {
    text.append("\n## ").append(heading).append("\n\n");
  }

  /** One line that Markdown and HTML read as it stands. */
  private static String escape(String said) {
    return said.strip()
        .replaceAll("\\s+", " ")
        .replaceAll("([\\\\`*_\\[\\]|#])", "\\\\$1")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
