package io.drivetrain.models.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.drivetrain.models.bundle.MlflowModel.Column;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MlflowModelTest {

  @Test
  void readsFlavorsAndColumnsOfAnotherTool() {
    MlflowModel model =
        read(
            """
            flavors:
              python_function:
                loader_module: mlflow.sklearn
              sklearn:
                sklearn_version: 1.5.0
            signature:
              inputs: '[{"type": "double", "name": "x", "required": false}]'
              outputs: '[{"type": "tensor", "tensor-spec": {"dtype": "float64", "shape": [-1, 2]}}]'
              params: null
            """);

    assertThat(model.flavors()).containsExactly("python_function", "sklearn");
    assertThat(model.isPythonFunction()).isTrue();
    assertThat(model.inputs()).containsExactly(new Column("x", "double", false));
    assertThat(model.outputs()).containsExactly(new Column("", "tensor float64 [-1,2]", true));
  }

  @Test
  void modelWithoutASignatureHasNoColumns() {
    MlflowModel model = read("flavors:\n  java_gbt: {data: model.bin}\n");

    assertThat(model.isPythonFunction()).isFalse();
    assertThat(model.inputs()).isEmpty();
    assertThat(model.outputs()).isEmpty();
  }

  @Test
  void refusesWhatIsNoYaml() {
    assertThatExceptionOfType(BundleException.class).isThrownBy(() -> read("flavors: [unclosed"));
  }

  private static MlflowModel read(String file) {
    return MlflowModel.read(file.getBytes(StandardCharsets.UTF_8));
  }
}
