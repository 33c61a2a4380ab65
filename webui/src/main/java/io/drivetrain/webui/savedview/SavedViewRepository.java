package io.drivetrain.webui.savedview;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SavedViewRepository implements PanacheRepositoryBase<SavedViewEntity, UUID> {

  List<SavedViewEntity> ofPage(String page) {
    return list("page = ?1 order by lower(name), id", page);
  }

  Optional<SavedViewEntity> named(String page, String name) {
    return find("page = ?1 and name = ?2", page, name).firstResultOptional();
  }
}
