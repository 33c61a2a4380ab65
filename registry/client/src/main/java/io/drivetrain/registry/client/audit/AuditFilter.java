package io.drivetrain.registry.client.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which entries are asked for; an empty part leaves a filter out. */
public record AuditFilter(
    Optional<String> model, Optional<String> version, Optional<AuditAction> action) {

  /** Everything that happened to a model and its versions. */
  public static AuditFilter ofModel(String name) {
    return new AuditFilter(Optional.of(name), Optional.empty(), Optional.empty());
  }

  public AuditFilter withVersion(String number) {
    return new AuditFilter(model, Optional.of(number), action);
  }

  public AuditFilter withAction(AuditAction kind) {
    return new AuditFilter(model, version, Optional.of(kind));
  }

  /** Names and values in turn. */
  List<String> parameters() {
    List<String> parameters = new ArrayList<>();
    model.ifPresent(name -> parameters.addAll(List.of("model", name)));
    version.ifPresent(number -> parameters.addAll(List.of("version", number)));
    action.ifPresent(kind -> parameters.addAll(List.of("action", kind.name())));
    return parameters;
  }
}
