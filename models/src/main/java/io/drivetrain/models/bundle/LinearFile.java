package io.drivetrain.models.bundle;

import io.drivetrain.models.estimator.LinearModel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The binary form of a {@link LinearModel}, little-endian.
 *
 * <pre>
 * offset  size
 *  0      4    "DTLM"
 *  4      2    version, 1
 *  6      2    0
 *  8      4    columns
 * 12      4    outputs
 * 16      8    each column: mean of its inputs over the training rows, double
 *  .      8    each output: intercept, double, then the weight of each column, double
 * </pre>
 */
final class LinearFile {

  private static final int MAGIC = 0x4D4C5444;
  private static final int VERSION = 1;
  private static final int HEADER_BYTES = 16;

  private final String file;
  private final ByteBuffer in;

  private LinearFile(String file, byte[] bytes) {
    this.file = file;
    this.in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static byte[] write(LinearModel model) {
    int columns = model.columns();
    int outputs = model.outputs();
    ByteBuffer out =
        ByteBuffer.allocate(Math.toIntExact(size(columns, outputs))).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(MAGIC).putShort((short) VERSION).putShort((short) 0);
    out.putInt(columns).putInt(outputs);
    for (int column = 0; column < columns; column++) {
      out.putDouble(model.mean(column));
    }
    for (int output = 0; output < outputs; output++) {
      out.putDouble(model.intercept(output));
      for (int column = 0; column < columns; column++) {
        out.putDouble(model.weight(output, column));
      }
    }
    return out.array();
  }

  /**
   * @param columns inputs that the encoder makes
   */
  static LinearModel read(String file, byte[] bytes, int columns) {
    return new LinearFile(file, bytes).read(columns);
  }

  private LinearModel read(int columns) {
    require(in.capacity() >= HEADER_BYTES, 0, "shorter than its header of 16 bytes");
    require(in.getInt(0) == MAGIC, 0, "does not begin with DTLM");
    int version = in.getChar(4);
    if (version > VERSION) {
      throw BundleException.newer(file, "byte 4", "version " + version, VERSION);
    }
    require(version == VERSION, 4, "version 0");
    require(in.getChar(6) == 0, 6, "must be 0");
    require(in.getInt(8) == columns, 8, "takes another number of inputs than the encoder makes");
    int outputs = in.getInt(12);
    require(
        outputs > 0 && size(columns, outputs) == in.capacity(),
        12,
        "the number of outputs does not match the length of the file");
    in.position(HEADER_BYTES);
    double[] means = doubles(columns);
    double[] intercepts = new double[outputs];
    double[][] weights = new double[outputs][];
    for (int output = 0; output < outputs; output++) {
      intercepts[output] = doubles(1)[0];
      weights[output] = doubles(columns);
    }
    return new LinearModel(means, intercepts, weights);
  }

  private double[] doubles(int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      int offset = in.position();
      values[i] = in.getDouble();
      require(Double.isFinite(values[i]), offset, "is no finite number");
    }
    return values;
  }

  private static long size(int columns, int outputs) {
    return HEADER_BYTES + 8L * columns + 8L * outputs * (columns + 1L);
  }

  private void require(boolean condition, int offset, String wrong) {
    if (!condition) {
      throw BundleException.at(file, "byte " + offset, wrong, BundleFormat.DAMAGED);
    }
  }
}
