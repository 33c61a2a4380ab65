package io.drivetrain.access.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One wrong field of a request.
 *
 * @param field as the request wrote it: a parameter's name, or the path of a field in the body,
 *     such as {@code labels.team} or {@code rows[2].year}
 * @param code stable, for programs; absent where the message is all there is
 * @param message what is wrong. Without a subject when it starts with a small letter: "must be
 *     text, not a number"
 * @param row index in the array that was sent, from 0; absent where one object was sent
 * @param parameter the field once more where it is a parameter of a run: its name of old
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(
    @Schema(examples = "year") String field,
    @Schema(examples = "NOT_A_NUMBER") String code,
    @Schema(examples = "year \"new\" is not a number") String message,
    Integer row,
    String parameter) {

  public FieldError(String field, String code, String message) {
    this(field, code, message, null, null);
  }

  public static FieldError ofRow(String field, String code, String message, Integer row) {
    return new FieldError(field, code, message, row, null);
  }

  public static FieldError ofParameter(String name, String message) {
    return new FieldError(name, null, message, null, name);
  }

  /** For the detail of a problem: a message without a subject gets the field's name as one. */
  public String sentence() {
    boolean needsSubject = !field.isEmpty() && Character.isLowerCase(message.codePointAt(0));
    String sentence = needsSubject ? "'%s' %s".formatted(field, message) : message;
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }
}
