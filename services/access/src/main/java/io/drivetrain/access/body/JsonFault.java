package io.drivetrain.access.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Why a text is not JSON, in words for those who wrote it. The parser tells its causes apart by the
 * texts of its messages only; one that is unknown here is still named by its place.
 */
public final class JsonFault {
  private static final String UNKNOWN = "this is not JSON";

  private static final List<Words> WORDS =
      List.of(
          words("end-of-input", "the text ends before it is complete"),
          words("Duplicate field '(.{0,100})'", "the field '$1' is there twice"),
          words("Unexpected close marker '(.)': expected '(.)'", "expected $2 and not $1"),
          words("to start field name", "expected the name of a field in double quotes"),
          words("comma to separate Object entries", "expected , or }"),
          words("comma to separate Array entries", "expected , or ]"),
          words("colon to separate", "expected : after the name of the field"),
          words("Non-standard token", "NaN and Infinity are not numbers in JSON"),
          words("Unrecognized token", "expected a value; text stands in double quotes"),
          words("hex-digit", "\\u is followed by four hexadecimal digits"),
          words(
              "character escape",
              "\\ is followed by one of \" \\ / b f n r t or u; write \\\\ for itself"),
          words("Illegal unquoted", "a line break or control character in a text is escaped"),
          words("CTRL-CHAR", "a control character is not allowed here"),
          words("[Ll]eading zero", "a number does not begin with 0"),
          words("Decimal point", "a digit follows the decimal point"),
          words("Exponent indicator", "a digit follows the exponent's e"),
          words("(minus|plus) sign", "a digit follows the sign of a number"),
          words("root-level values", "nothing may follow the first value"),
          words("numeric value", "the number is not written as in JSON"),
          words("valid value", "expected a value"),
          words("UTF-8", "the text is not UTF-8"));

  private JsonFault() {}

  /** What is wrong there, without the place, and without a full stop. */
  public static String reason(JsonProcessingException broken) {
    return switch (broken) {
      case StreamConstraintsException _ ->
          "it is nested too deeply, or has a number or a text that is too long";
      case MismatchedInputException _ -> "nothing may follow the first value";
      default -> reason(broken.getOriginalMessage());
    };
  }

  private static String reason(String parsers) {
    return WORDS.stream()
        .filter(words -> words.cause.matcher(parsers).find())
        .findFirst()
        .map(words -> words.of(parsers))
        .orElse(UNKNOWN);
  }

  private static Words words(String cause, String ours) {
    return new Words(Pattern.compile(cause), ours);
  }

  private record Words(Pattern cause, String ours) {

    String of(String parsers) {
      var found = cause.matcher(parsers);
      found.find();
      return ours.contains("$")
          ? ours.replace("$1", found.group(1))
              .replace("$2", found.groupCount() < 2 ? "" : found.group(2))
          : ours;
    }
  }
}
