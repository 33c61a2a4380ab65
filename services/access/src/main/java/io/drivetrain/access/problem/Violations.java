package io.drivetrain.access.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Violations of Bean Validation as wrong fields of a request. */
final class Violations {
  private static final Set<Class<? extends Annotation>> REQUIRED =
      Set.of(NotNull.class, NotBlank.class, NotEmpty.class);
  private static final Set<Class<? extends Annotation>> BOUNDS = Set.of(Min.class, Max.class);

  private Violations() {}

  /**
   * In the order of the fields' names.
   *
   * @return empty when it is not the request that is wrong, but what the server made of it
   */
  static List<FieldError> ofRequest(ConstraintViolationException invalid) {
    var violations = invalid.getConstraintViolations();
    if (!violations.stream().allMatch(Violations::isOfAParameter)) {
      return List.of();
    }
    return violations.stream()
        .map(violation ->
            new FieldError(
                field(violation.getPropertyPath()), code(violation), violation.getMessage()))
        .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
        .toList();
  }

  private static boolean isOfAParameter(ConstraintViolation<?> violation) {
    return nodes(violation.getPropertyPath()).stream()
        .anyMatch(node -> node.getKind() == ElementKind.PARAMETER);
  }

  /** The path below the parameter, or the parameter's name when it is wrong itself. */
  private static String field(Path path) {
    String parameter = "";
    var field = new StringBuilder();
    for (Path.Node node : nodes(path)) {
      if (node.getKind() == ElementKind.PARAMETER) {
        parameter = node.getName();
      }
      if (node.isInIterable()) {
        field.append('[').append(place(node)).append(']');
      }
      if (node.getKind() == ElementKind.PROPERTY) {
        field.append(field.isEmpty() ? "" : ".").append(node.getName());
      }
    }
    return field.isEmpty() ? parameter : field.toString();
  }

  private static Object place(Path.Node node) {
    return node.getIndex() == null ? node.getKey() : node.getIndex();
  }

  private static String code(ConstraintViolation<?> violation) {
    var constraint = violation.getConstraintDescriptor().getAnnotation().annotationType();
    if (REQUIRED.contains(constraint)) {
      return "REQUIRED";
    }
    return BOUNDS.contains(constraint) ? "OUT_OF_RANGE" : "INVALID_VALUE";
  }

  private static List<Path.Node> nodes(Path path) {
    return StreamSupport.stream(path.spliterator(), false).toList();
  }
}
