package io.drivetrain.pipeline.export;

import io.drivetrain.models.bundle.Exports;
import io.drivetrain.models.bundle.ModelBundle;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds the flavours {@code python_function} and {@code onnx} to a bundle. */
public final class ModelExport {

  private ModelExport() {}

  /** The files and flavours of a model. The same model gives the same bytes. */
  public static Exports of(ModelBundle bundle) {
    Map<String, byte[]> files = new LinkedHashMap<>(PythonFiles.files());
    files.put(OnnxFile.NAME, OnnxFile.write(bundle));
    return new Exports(
        files, Map.of("python_function", PythonFiles.flavor(), "onnx", OnnxFile.flavor()));
  }
}
