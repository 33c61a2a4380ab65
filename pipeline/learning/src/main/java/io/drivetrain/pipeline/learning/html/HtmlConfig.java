package io.drivetrain.pipeline.learning.html;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** HTML files that steps keep with a run. */
@ConfigMapping(prefix = "drivetrain.report")
public interface HtmlConfig {
  /** Language of their headings and numbers: en or fr. Environment: DRIVETRAIN_REPORT_LANGUAGE. */
  @WithDefault("en")
  Language language();
}
