package io.drivetrain.registry.client.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.drivetrain.registry.client.model.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelUriTest {
  private static final String LOGGED = "m-9e9b6fe66a2742f1afaae025d2f0eb30";
  private static final String RUN = "9e9b6fe66a2742f1afaae025d2f0eb30";

  @Test
  void readsEveryKindOfAddress() {
    assertThat(ModelUri.parse("models:/cars/3")).isEqualTo(new ModelUri.OfVersion("cars", "3"));
    assertThat(ModelUri.parse("models:/cars/production"))
        .isEqualTo(new ModelUri.OfStage("cars", Stage.PRODUCTION));
    assertThat(ModelUri.parse("models:/cars@champion"))
        .isEqualTo(new ModelUri.OfAlias("cars", "champion"));
    assertThat(ModelUri.parse("models:/cars/latest")).isEqualTo(new ModelUri.OfLatest("cars"));
    assertThat(ModelUri.parse("models:/" + LOGGED)).isEqualTo(new ModelUri.OfLoggedModel(LOGGED));
    assertThat(ModelUri.parse("models:/" + LOGGED + "/1"))
        .isEqualTo(new ModelUri.OfVersion(LOGGED, "1"));
    assertThat(ModelUri.parse("runs:/" + RUN + "/a/model"))
        .isEqualTo(new ModelUri.OfRun(RUN, "a/model"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "models:/cars/3",
        "models:/cars/Production",
        "models:/cars@champion",
        "models:/cars/latest",
        "models:/" + LOGGED,
        "runs:/" + RUN + "/a/model"
      })
  void writesItselfAsItWasRead(String text) {
    assertThat(ModelUri.parse(text)).hasToString(text);
  }

  @Test
  void takesTheLastAtSignForTheAliasAndLeavesTheOthersToTheName() {
    assertThat(ModelUri.parse("models:/a@b@champion"))
        .isEqualTo(new ModelUri.OfAlias("a@b", "champion"));
    assertThat(ModelUri.parse("models:/a@b/3")).isEqualTo(new ModelUri.OfVersion("a@b", "3"));
  }

  @Test
  void knowsTheModelThatItNames() {
    assertThat(ModelUri.parse("models:/cars@champion").modelName()).contains("cars");
    assertThat(ModelUri.parse("runs:/" + RUN + "/model").modelName()).isEmpty();
    assertThat(ModelUri.parse("models:/" + LOGGED).modelName()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          cars/3                 | it must start with models:/ or runs:/
          models:/cars           | a version, a stage or an alias must follow the name
          models:/m-1            | a version, a stage or an alias must follow the name
          models:/cars/0         | '0' is neither a version number, nor latest, nor a stage
          models:/cars/Prod      | 'Prod' is neither a version number, nor latest, nor a stage
          models:/cars/1/2       | '1/2' is neither a version number, nor latest, nor a stage
          models://3             | the model's name must be text without '/'
          models:/@champion      | the model's name must be text without '/'
          models:/a:b/1          | the model's name must be text without '/'
          models:/cars@          | alias '' must be 1 to 255 letters
          models:/cars@a b       | alias 'a b' must be 1 to 255 letters
          runs:/1/model          | run id '1' must be 32 hexadecimal digits
          runs:/9e9b6fe66a2742f1afaae025d2f0eb30 | the path of the model must follow the run id
          runs:/9e9b6fe66a2742f1afaae025d2f0eb30/../x | Artifact path '../x' must be names
          """)
  void refusesAnythingElseSayingWhatIsWrong(String text, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelUri.parse(text))
        .withMessageStartingWith("Model URI '" + text + "' is not usable: " + why);
  }
}
