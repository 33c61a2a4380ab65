package io.drivetrain.models.explanation;

import java.util.List;

/**
 * A prediction taken apart: {@code base} plus all amounts is the predicted value, but for rounding.
 * For classes it is the score of the predicted one, a log-probability up to a constant.
 *
 * @param base in the target's unit: what the model says of no row in particular
 * @param contributions one for each feature that the model uses, the greatest amount first,
 *     whatever its sign
 */
public record Explanation(double base, List<Contribution> contributions) {

  public Explanation {
    contributions = List.copyOf(contributions);
  }

  /** That of the score with the other sign. */
  public Explanation reversed() {
    return new Explanation(
        -base,
        contributions.stream()
            .map(one -> new Contribution(one.feature(), one.label(), one.value(), -one.amount()))
            .toList());
  }
}
