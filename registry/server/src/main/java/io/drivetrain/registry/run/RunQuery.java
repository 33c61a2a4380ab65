package io.drivetrain.registry.run;

import io.drivetrain.registry.protocol.ViewType;
import io.drivetrain.registry.search.Expression;
import io.drivetrain.registry.search.Order;
import java.util.List;

/**
 * Which runs, and in which order.
 *
 * @param orders empty: the youngest first
 */
public record RunQuery(
    List<Long> experiments, ViewType view, Expression filter, List<Order> orders) {
  public RunQuery {
    experiments = List.copyOf(experiments);
    orders = List.copyOf(orders);
  }
}
