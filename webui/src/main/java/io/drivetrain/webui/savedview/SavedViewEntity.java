package io.drivetrain.webui.savedview;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "saved_view")
class SavedViewEntity {
  @Id UUID id;

  String page;

  String name;

  String query;

  Instant savedAt;

  SavedView toRecord() {
    return new SavedView(id, page, name, query, savedAt);
  }
}
