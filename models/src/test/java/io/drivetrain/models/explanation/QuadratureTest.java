package io.drivetrain.models.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuadratureTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 20, 256})
  void integratesEveryPowerBelowTwiceItsSize(int size) {
    Quadrature quadrature = Quadrature.of(size);
    for (int power = 0; power < 2 * size; power++) {
      double integral = 0;
      for (int i = 0; i < size; i++) {
        integral += quadrature.weights()[i] * Math.pow(quadrature.points()[i], power);
      }

      assertThat(integral).isCloseTo(1.0 / (power + 1), within(1e-13));
    }
  }
}
