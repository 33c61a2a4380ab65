package io.drivetrain.pipeline.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import io.drivetrain.models.bundle.ModelBundle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The file {@code model.onnx}: from the encoder's columns to the prediction, in doubles. ONNX 1.16
 * and ONNX Runtime 1.20 or newer read it: older operators for trees round thresholds or results to
 * floats.
 */
final class OnnxFile {

  static final String NAME = "model.onnx";

  /** Names of the encoder's inputs in their order, one a line. */
  static final String COLUMNS_PROPERTY = "drivetrain.columns";

  private static final long IR_VERSION = 10;
  private static final long OPERATORS = 17;
  private static final long ML_OPERATORS = 5;

  private OnnxFile() {}

  static Map<String, Object> flavor() {
    Map<String, Object> flavor = new LinkedHashMap<>();
    flavor.put("data", NAME);
    flavor.put("onnx_version", "1.16.0");
    flavor.put("providers", List.of("CPUExecutionProvider"));
    return flavor;
  }

  static byte[] write(ModelBundle bundle) {
    String columns =
        IntStream.range(0, bundle.encoder().size())
            .mapToObj(bundle.encoder()::inputName)
            .collect(Collectors.joining("\n"));
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .setProducerName("drivetrain")
        .addOpsetImport(operators("", OPERATORS))
        .addOpsetImport(operators(OnnxGraph.ML, ML_OPERATORS))
        .setGraph(OnnxGraph.of(bundle))
        .addMetadataProps(property(COLUMNS_PROPERTY, columns))
        .addMetadataProps(property("drivetrain.unit", bundle.schema().target().unit()))
        .build()
        .toByteArray();
  }

  private static OperatorSetIdProto operators(String domain, long version) {
    return OperatorSetIdProto.newBuilder().setDomain(domain).setVersion(version).build();
  }

  private static StringStringEntryProto property(String key, String value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
  }
}
