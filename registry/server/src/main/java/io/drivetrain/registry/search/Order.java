package io.drivetrain.registry.search;

import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.search.Expression.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** One entry of {@code order_by}: {@code <identifier> [ASC|DESC]}. */
public record Order(Identifier identifier, boolean ascending) {

  public static List<Order> parse(List<String> orderBy) {
    var orders = new ArrayList<Order>();
    var seen = new HashSet<String>();
    for (var text : orderBy == null ? List.<String>of() : orderBy) {
      var order = parse(text);
      if (!seen.add(order.identifier().toString())) {
        throw RegistryException.invalid(
            "Invalid order_by: '%s' comes twice.".formatted(order.identifier()));
      }
      orders.add(order);
    }
    return orders;
  }

  private static Order parse(String text) {
    var tokens = new TokenReader("order_by", text);
    var identifier = tokens.identifier();
    boolean descending = tokens.skipWord("DESC");
    if (!descending) {
      tokens.skipWord("ASC");
    }
    if (!tokens.isAtEnd()) {
      throw tokens.wrong(tokens.peek(), "ASC, DESC or the end");
    }
    return new Order(identifier, !descending);
  }

  String direction() {
    return ascending ? "asc" : "desc";
  }
}
