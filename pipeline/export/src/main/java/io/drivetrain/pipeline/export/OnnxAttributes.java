package io.drivetrain.pipeline.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Attributes of ONNX's nodes, and tensors. */
final class OnnxAttributes {

  private OnnxAttributes() {}

  static AttributeProto of(String name, long value) {
    return attribute(name, AttributeType.INT).setI(value).build();
  }

  static AttributeProto of(String name, long[] values) {
    AttributeProto.Builder attribute = attribute(name, AttributeType.INTS);
    for (long value : values) {
      attribute.addInts(value);
    }
    return attribute.build();
  }

  static AttributeProto of(String name, List<String> values) {
    return attribute(name, AttributeType.STRINGS)
        .addAllStrings(values.stream().map(ByteString::copyFromUtf8).toList())
        .build();
  }

  static AttributeProto of(String name, TensorProto.Builder tensor) {
    return attribute(name, AttributeType.TENSOR).setT(tensor.setName(name)).build();
  }

  /** A vector. */
  static TensorProto.Builder doubles(double[] values) {
    ByteBuffer raw =
        ByteBuffer.allocate(Math.multiplyExact(values.length, Double.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    raw.asDoubleBuffer().put(values);
    return tensor(TensorProto.DataType.DOUBLE, values.length, raw.array());
  }

  /** A vector. */
  static TensorProto.Builder bytes(byte[] values) {
    return tensor(TensorProto.DataType.UINT8, values.length, values);
  }

  private static TensorProto.Builder tensor(
      TensorProto.DataType type, int length, byte[] littleEndian) {
    return TensorProto.newBuilder()
        .setDataType(type.getNumber())
        .addDims(length)
        .setRawData(UnsafeByteOperations.unsafeWrap(littleEndian));
  }

  private static AttributeProto.Builder attribute(String name, AttributeType type) {
    return AttributeProto.newBuilder().setName(name).setType(type);
  }
}
