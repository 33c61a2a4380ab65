package io.drivetrain.pipeline.learning.training;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The learning algorithms; written in lower case in a definition. */
public enum Algorithm {
  /** Small trees one after the other, each for what is still wrong. The usual choice. */
  GRADIENT_BOOSTING {
    @Override
    Trainer trainer(TreeParameters parameters) {
      return new GradientBoostingTrainer(parameters);
    }
  },
  /** Deep trees side by side, averaged. */
  RANDOM_FOREST {
    @Override
    Trainer trainer(TreeParameters parameters) {
      return new RandomForestTrainer(parameters);
    }
  };

  abstract Trainer trainer(TreeParameters parameters);

  /** As definitions and reports write it: {@code gradient_boosting}. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
