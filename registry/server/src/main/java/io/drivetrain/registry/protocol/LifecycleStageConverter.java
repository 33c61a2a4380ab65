package io.drivetrain.registry.protocol;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** Stored in the words of the wire: active, deleted. */
@Converter(autoApply = true)
public class LifecycleStageConverter implements AttributeConverter<LifecycleStage, String> {
  @Override
  public String convertToDatabaseColumn(LifecycleStage stage) {
    return stage.wireName();
  }

  @Override
  public LifecycleStage convertToEntityAttribute(String stage) {
    return LifecycleStage.valueOf(stage.toUpperCase(Locale.ROOT));
  }
}
