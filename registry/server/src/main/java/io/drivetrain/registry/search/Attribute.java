package io.drivetrain.registry.search;

/**
 * A property of what is searched.
 *
 * @param sql the expression that holds it
 * @param numeric compared as a number, else as text
 * @param membership whether IN and NOT IN are understood
 */
public record Attribute(
    String sql, boolean numeric, boolean membership, boolean filterable, boolean orderable) {

  public static Attribute text(String sql) {
    return new Attribute(sql, false, false, true, true);
  }

  public static Attribute number(String sql) {
    return new Attribute(sql, true, false, true, true);
  }

  /** A point in time, which filters and clients write as milliseconds since 1970. */
  public static Attribute time(String column) {
    return number("floor(extract(epoch from " + column + ") * 1000)");
  }

  public Attribute withMembership() {
    return new Attribute(sql, numeric, true, filterable, orderable);
  }

  public Attribute onlyFiltered() {
    return new Attribute(sql, numeric, membership, true, false);
  }

  public Attribute onlyOrdered() {
    return new Attribute(sql, numeric, membership, false, true);
  }
}
