package io.drivetrain.pipeline.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The Python code of a model, and the environment that MLflow makes for it. */
final class PythonFiles {

  private static final String SOURCE = "drivetrain_model.py";
  private static final String FOLDER = "code";
  private static final String CONDA = "conda.yaml";
  private static final String VIRTUALENV = "python_env.yaml";
  private static final String REQUIREMENTS = "requirements.txt";
  private static final String PYTHON = "3.12";

  private static final byte[] CODE = code();

  /** Named by its content: one process may load models of several releases. */
  private static final String MODULE = "drivetrain_model_" + hash(CODE).substring(0, 12);

  private PythonFiles() {}

  /** MLflow 2.19 is the first that reads the type {@code any} of the signature. */
  static Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(FOLDER + "/" + MODULE + ".py", CODE.clone());
    files.put(
        REQUIREMENTS,
        text(
            """
            mlflow>=2.19
            numpy>=1.22
            pandas>=1.4
            pyyaml>=5.1
            """));
    files.put(
        VIRTUALENV,
        text(
            """
            python: "%s"
            build_dependencies:
            - pip
            dependencies:
            - -r %s
            """
                .formatted(PYTHON, REQUIREMENTS)));
    files.put(
        CONDA,
        text(
            """
            channels:
            - conda-forge
            dependencies:
            - python=%s
            - pip
            - pip:
              - -r %s
            name: mlflow-env
            """
                .formatted(PYTHON, REQUIREMENTS)));
    return files;
  }

  static Map<String, Object> flavor() {
    Map<String, Object> flavor = new LinkedHashMap<>();
    flavor.put("code", FOLDER);
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("conda", CONDA);
    environment.put("virtualenv", VIRTUALENV);
    flavor.put("env", environment);
    flavor.put("loader_module", MODULE);
    flavor.put("python_version", PYTHON);
    return flavor;
  }

  private static byte[] code() {
    try (InputStream in = PythonFiles.class.getResourceAsStream(SOURCE)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + SOURCE, e);
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
