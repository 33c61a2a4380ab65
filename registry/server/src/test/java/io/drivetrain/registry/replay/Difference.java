package io.drivetrain.registry.replay;

/**
 * One place where our answer is not MLflow's.
 *
 * @param endpoint method and path
 * @param where "status", "content type" or the place in the answer
 */
record Difference(Exchange exchange, String where, String recorded, String ours) {
  @Override
  public String toString() {
    return "line %d (%s) %s: %s is '%s', recorded was '%s'"
        .formatted(exchange.line(), exchange.call(), exchange.endpoint(), where, ours, recorded);
  }
}
