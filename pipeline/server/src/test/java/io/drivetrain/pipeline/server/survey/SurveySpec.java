package io.drivetrain.pipeline.server.survey;

import io.drivetrain.pipeline.engine.definition.DefinitionSection;

/**
 * The section {@code survey} of a definition.
 *
 * @param people how many are asked
 */
record SurveySpec(int people) {
  static final DefinitionSection<SurveySpec> SECTION =
      DefinitionSection.of("survey", SurveySpec.class);
}
