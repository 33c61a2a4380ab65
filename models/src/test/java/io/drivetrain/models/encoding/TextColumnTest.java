package io.drivetrain.models.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.drivetrain.models.ReviewFixtures;
import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.prediction.Head;
import io.drivetrain.models.prediction.Prediction;
import io.drivetrain.models.schema.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextColumnTest {

  @Test
  void wordsAreRunsOfLettersAndDigits() {
    assertThat(Grams.WORDS.count("Not good, NOT at\u00a0all: 24h!", 1, 2))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "not",
                2,
                "good",
                1,
                "at",
                1,
                "all",
                1,
                "24h",
                1,
                "not good",
                1,
                "good not",
                1,
                "not at",
                1,
                "at all",
                1,
                "all 24h",
                1));
  }

  @Test
  void partsOfWordsKnowWhereAWordBegins() {
    assertThat(Grams.CHARACTERS.count("Bon \ud835\udc00", 3, 4))
        .containsOnlyKeys(" bo", "bon", "on ", " bon", "bon ", " \ud835\udc00 ");
  }

  @Test
  void termsAreWeightedAndOfLengthOne() {
    List<Row> rows =
        List.of(row("good work"), row("good price"), row("good good bad"), row("bad work"));
    ColumnPlan.Text plan = new ColumnPlan.Text("text", Grams.WORDS, 1, 1, 2, 10, List.of());
    TextColumn column =
        TextFitting.fit(plan, new TrainingRows(ReviewFixtures.schema(), rows, new double[4]));
    Encoder encoder =
        new Encoder(ReviewFixtures.schema(), List.of(column), TargetTransform.IDENTITY);

    double bad = Math.log(5 / 3.0) + 1;
    double good = (1 + Math.log(2)) * (Math.log(5 / 4.0) + 1);
    double length = Math.hypot(bad, good);
    assertThat(column.terms()).containsExactly("bad", "good", "work");
    assertThat(encoder.encode(rows.get(2)))
        .containsExactly(new double[] {bad / length, good / length, 0}, within(1e-12));
    assertThat(encoder.encode(row("nothing known"))).containsOnly(0);
    assertThat(encoder.inputName(2)).isEqualTo("text_words[work]");
  }

  @Test
  void keepsTheMostFrequentTermsOnly() {
    List<Row> rows = List.of(row("a b c"), row("a b"), row("a"));
    ColumnPlan.Text plan = new ColumnPlan.Text("text", Grams.WORDS, 1, 1, 1, 2, List.of());

    assertThat(
            TextFitting.fit(plan, new TrainingRows(ReviewFixtures.schema(), rows, new double[3]))
                .terms())
        .containsExactly("a", "b");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            TextFitting.fit(
                new ColumnPlan.Text("text", null, null, null, 4, null, null),
                new TrainingRows(ReviewFixtures.schema(), rows, new double[3])))
        .withMessageStartingWith("feature text has no term that stands in 4 training rows");
  }

  @Test
  void denseAndSparseInputsAreTheSame() {
    Encoder encoder = ReviewFixtures.encoder();
    ModelBundle bundle = ReviewFixtures.bundle();

    for (Row row : ReviewFixtures.rows()) {
      double[] dense = encoder.encode(row);
      double[] sparse = new double[dense.length];
      encoder.encodeSparse(row).copy(sparse);
      assertThat(sparse).isEqualTo(dense);
      double[] scores = new double[3];
      bundle.estimator().scores(dense, scores);
      assertThat(bundle.predict(row).numbers())
          .isEqualTo(((Head.Classification) bundle.head()).predict(scores, List.of()).numbers());
    }
    assertThat(encoder.isWide()).isTrue();
    assertThat(encoder.columnOf(0)).isZero();
    assertThat(encoder.columnOf(encoder.size() - 1)).isEqualTo(1);
  }

  @Test
  void theTextExplainsItself() {
    ModelBundle bundle = ReviewFixtures.bundle();
    Row row = row("great service");
    var prediction = (Prediction.Classes) bundle.predict(row);
    double[] scores = new double[3];
    bundle.estimator().scores(bundle.encoder().encode(row), scores);

    var explanation = bundle.explain(row);

    int place = List.copyOf(prediction.probabilities().keySet()).indexOf(prediction.label());
    assertThat(explanation.base() + explanation.contributions().getFirst().amount())
        .isCloseTo(scores[place], within(1e-9));
  }

  @Test
  void refusesWhatNoFittingMakes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TextColumn("text", Grams.WORDS, 1, 2, List.of(), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new TextColumn("text", Grams.WORDS, 1, 2, List.of("a", "a"), List.of(1.0, 1.0)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TextColumn("text", Grams.WORDS, 2, 1, List.of("a"), List.of(1.0)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new TextColumn("text", Grams.WORDS, 1, 1, List.of("a"), List.of(Double.NaN)));
  }

  private static Row row(String text) {
    return ReviewFixtures.schema().read(Map.of("text", text)).row();
  }
}
