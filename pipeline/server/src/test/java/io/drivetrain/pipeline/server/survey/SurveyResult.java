package io.drivetrain.pipeline.server.survey;

/**
 * What a survey produced.
 *
 * @param survey its id
 */
record SurveyResult(String survey, int answers) {}
