package io.drivetrain.webui.comparison.ui;

import com.vaadin.flow.router.QueryParameters;
import io.drivetrain.webui.comparison.Field;
import io.drivetrain.webui.component.AddressState;
import io.drivetrain.webui.component.PageLink;
import java.util.List;
import java.util.Optional;

/** What the address says: the runs, and every choice that was made on the page. */
final class Choices extends AddressState {

  Choices(QueryParameters query) {
    super(PageLink.COMPARE, query);
  }

  Optional<Field> field(String name) {
    return one(name).flatMap(Field::parse);
  }

  List<Field> fields(String name) {
    return all(name).stream().map(Field::parse).flatMap(Optional::stream).toList();
  }

  void chooseFields(String name, List<Field> fields) {
    choose(name, fields.stream().map(Field::text).toList());
  }
}
