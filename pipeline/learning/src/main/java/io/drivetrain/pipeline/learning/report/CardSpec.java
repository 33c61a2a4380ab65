package io.drivetrain.pipeline.learning.report;

import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import java.util.List;
import java.util.Objects;

/**
 * What only people know of a model, for its card. Key {@code card} of a definition, optional, as is
 * every key of it: what is not said is left out of the card. All texts are plain.
 *
 * @param owner who answers for the model: a team or a person, and how to reach them
 * @param licence of the model and of what it learned from
 * @param intendedUse what it is for, and for whom
 * @param outOfScope what it must not be used for
 * @param factors groups, surroundings and instruments that its quality may depend on
 * @param data where the data comes from, how it was collected, what is known to be wrong with it
 * @param ethics risks for people, and what was done about them
 * @param limitations one sentence each
 */
public record CardSpec(
    String owner,
    String licence,
    String intendedUse,
    List<String> outOfScope,
    String factors,
    String data,
    String ethics,
    List<String> limitations) {
  public static final DefinitionSection<CardSpec> SECTION =
      DefinitionSection.of("card", CardSpec.class);

  public CardSpec {
    owner = Objects.requireNonNullElse(owner, "");
    licence = Objects.requireNonNullElse(licence, "");
    intendedUse = Objects.requireNonNullElse(intendedUse, "");
    outOfScope = outOfScope == null ? List.of() : List.copyOf(outOfScope);
    factors = Objects.requireNonNullElse(factors, "");
    data = Objects.requireNonNullElse(data, "");
    ethics = Objects.requireNonNullElse(ethics, "");
    limitations = limitations == null ? List.of() : List.copyOf(limitations);
  }

  /** The card of a definition that has none. */
  static CardSpec empty() {
    return new CardSpec(null, null, null, null, null, null, null, null);
  }
}
