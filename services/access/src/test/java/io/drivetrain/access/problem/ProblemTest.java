package io.drivetrain.access.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

  @Test
  void writesFurtherMembersBesideItsOwn() throws JsonProcessingException {
    var problem =
        Problem.of(RequestProblem.NOT_FOUND, "There is no run 'x'.")
            .with("run", "x")
            .withErrors(List.of(FieldError.ofRow("run", "UNKNOWN", "is not there", 2)));

    assertThat(new ObjectMapper().writeValueAsString(problem))
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"Not found\",\"status\":404,\"code\":\"not_found\","
                + "\"detail\":\"There is no run 'x'.\",\"errors\":[{\"field\":\"run\","
                + "\"code\":\"UNKNOWN\",\"message\":\"is not there\",\"row\":2}],\"run\":\"x\"}");
  }

  @Test
  void saysOnceWhatSeveralFieldsHaveInCommon() {
    var errors =
        List.of(
            new FieldError("from", "REQUIRED", "A back-fill needs from and to."),
            new FieldError("to", "REQUIRED", "A back-fill needs from and to."),
            new FieldError("n", "OUT_OF_RANGE", "must be at least 1"));

    assertThat(Problem.of(RequestProblem.MALFORMED_REQUEST, errors).detail())
        .isEqualTo("A back-fill needs from and to. 'n' must be at least 1.");
  }
}
