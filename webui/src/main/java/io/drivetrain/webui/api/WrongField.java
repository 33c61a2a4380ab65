package io.drivetrain.webui.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One reason why a request was refused.
 *
 * @param field as the request wrote it, or the canonical name where it is missing
 * @param code for programs: stable
 * @param message for people: English
 * @param row index in the array that was sent, from 0; absent where one object was sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WrongField(
    @Schema(examples = "year") String field,
    @Schema(examples = "NOT_A_NUMBER") String code,
    @Schema(examples = "year \"new\" is not a number") String message,
    Integer row) {}
