package io.drivetrain.access.body;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Text that a database can store: of a limited length, and without NUL. It may be absent. */
@Documented
@Constraint(validatedBy = StoredText.Validator.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface StoredText {
  /** Characters. */
  int max();

  String message() default "may have at most {max} characters, and no NUL";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Counts, and looks for NUL. */
  class Validator implements ConstraintValidator<StoredText, CharSequence> {
    private int max;

    @Override
    public void initialize(StoredText constraint) {
      max = constraint.max();
    }

    @Override
    public boolean isValid(CharSequence text, ConstraintValidatorContext context) {
      return text == null
          || (text.length() <= max && text.chars().noneMatch(character -> character == 0));
    }
  }
}
