package io.drivetrain.webui.model.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.drivetrain.webui.model.AuditLine;
import io.drivetrain.webui.model.VersionStage;
import java.util.Arrays;
import java.util.Locale;

/** What was done, as a sentence in one language. */
final class AuditTexts {
  private final Locale locale;

  AuditTexts(Locale locale) {
    this.locale = locale;
  }

  String sentence(AuditLine line) {
    return switch (line.action()) {
      case "STAGE_MOVED" ->
          text("STAGE_MOVED", line.version(), stage(line.before()), stage(line.after()));
      case "ALIAS_MOVED" -> alias(line);
      case "MODEL_TAG_SET", "VERSION_TAG_SET" ->
          text(line.action(), line.version(), line.key(), line.after());
      case "MODEL_TAG_DELETED", "VERSION_TAG_DELETED" ->
          text(line.action(), line.version(), line.key());
      case "MODEL_RENAMED" -> text(line.action(), line.before(), line.after());
      default -> text(line.action(), line.version());
    };
  }

  private String alias(AuditLine line) {
    if (line.after().isEmpty()) {
      return text("ALIAS_REMOVED", line.key(), holder(line.before()));
    }
    return line.before().isEmpty()
        ? text("ALIAS_SET", line.key(), holder(line.after()))
        : text("ALIAS_MOVED", line.key(), holder(line.before()), holder(line.after()));
  }

  /** The version in {@code alias=version}. */
  private static String holder(String held) {
    return held.substring(held.lastIndexOf('=') + 1);
  }

  private String stage(String wireName) {
    return Arrays.stream(VersionStage.values())
        .filter(stage -> stage.wireName().equals(wireName))
        .findFirst()
        .map(stage -> I18NProvider.translate(locale, stage.textKey()))
        .orElse(wireName);
  }

  private String text(String action, Object... arguments) {
    return I18NProvider.translate(locale, "audit." + action, arguments);
  }
}
