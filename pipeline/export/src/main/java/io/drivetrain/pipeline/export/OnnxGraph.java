package io.drivetrain.pipeline.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.encoding.TargetTransform;
import io.drivetrain.models.estimator.ClassTrees;
import io.drivetrain.models.estimator.Combination;
import io.drivetrain.models.estimator.LinearModel;
import io.drivetrain.models.estimator.TreeEnsemble;
import io.drivetrain.models.prediction.Calibration;
import io.drivetrain.models.prediction.Head;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Input {@code inputs}, doubles {@code [rows, columns]}. A regression gives {@code value}, doubles
 * {@code [rows, 1]} in the target's unit; a classification {@code label}, texts {@code [rows]}, and
 * {@code probabilities}, doubles {@code [rows, classes]}.
 */
final class OnnxGraph {

  /** The domain of the operators for machine learning. */
  static final String ML = "ai.onnx.ml";

  static final String INPUTS = "inputs";
  static final String VALUE = "value";
  static final String LABEL = "label";
  static final String PROBABILITIES = "probabilities";

  private static final String SCORES = "scores";

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("drivetrain");

  private OnnxGraph() {}

  static GraphProto of(ModelBundle bundle) {
    return new OnnxGraph().build(bundle);
  }

  private GraphProto build(ModelBundle bundle) {
    graph.addInput(declared(INPUTS, TensorProto.DataType.DOUBLE, bundle.encoder().size()));
    switch (bundle.estimator()) {
      case TreeEnsemble trees -> addTrees(trees, "", SCORES);
      case ClassTrees trees -> addClassTrees(trees);
      case LinearModel linear -> addLinear(linear);
    }
    switch (bundle.head()) {
      case Head.Regression _ -> addValue(bundle.encoder().target());
      case Head.Classification head -> addClasses(head, bundle.estimator().outputs());
    }
    return graph.build();
  }

  /**
   * @param suffix of the names of its parts
   */
  private void addTrees(TreeEnsemble trees, String suffix, String scores) {
    String sums = "sums" + suffix;
    switch (trees.combination()) {
      case Combination.Sum(double base, double scale) -> {
        graph.addNode(OnnxTrees.node(trees, scale, INPUTS, sums));
        add("Add", scores, sums, constant("base" + suffix, List.of(), base));
      }
      case Combination.Mean _ -> {
        graph.addNode(OnnxTrees.node(trees, 1, INPUTS, sums));
        add("Div", scores, sums, constant("trees" + suffix, List.of(), trees.trees()));
      }
    }
  }

  private void addClassTrees(ClassTrees trees) {
    String[] byClass = new String[trees.outputs()];
    for (int output = 0; output < byClass.length; output++) {
      byClass[output] = "score" + output;
      addTrees(trees.byClass().get(output), String.valueOf(output), byClass[output]);
    }
    graph.addNode(node("Concat", SCORES, byClass).addAttribute(OnnxAttributes.of("axis", 1)));
  }

  private void addLinear(LinearModel linear) {
    int outputs = linear.outputs();
    double[] weights = new double[linear.columns() * outputs];
    double[] intercepts = new double[outputs];
    for (int output = 0; output < outputs; output++) {
      intercepts[output] = linear.intercept(output);
      for (int column = 0; column < linear.columns(); column++) {
        weights[column * outputs + output] = linear.weight(output, column);
      }
    }
    List<Long> shape = List.of((long) linear.columns(), (long) outputs);
    add("MatMul", "products", INPUTS, constant("weights", shape, weights));
    add("Add", SCORES, "products", constant("intercepts", List.of((long) outputs), intercepts));
  }

  private void addValue(TargetTransform target) {
    switch (target) {
      case IDENTITY -> add("Identity", VALUE, SCORES);
      case LOG -> add("Exp", VALUE, SCORES);
    }
    graph.addOutput(declared(VALUE, TensorProto.DataType.DOUBLE, 1));
  }

  private void addClasses(Head.Classification head, int outputs) {
    List<String> classes = head.classes();
    String calibrated = calibrated(head.calibration(), outputs);
    graph.addNode(
        node("Softmax", PROBABILITIES, calibrated).addAttribute(OnnxAttributes.of("axis", 1)));
    graph.addNode(
        node("ArgMax", "best", calibrated)
            .addAttribute(OnnxAttributes.of("axis", 1))
            .addAttribute(OnnxAttributes.of("keepdims", 0)));
    long[] places = LongStream.range(0, classes.size()).toArray();
    graph.addNode(
        node("LabelEncoder", LABEL, "best")
            .setDomain(ML)
            .addAttribute(OnnxAttributes.of("keys_int64s", places))
            .addAttribute(OnnxAttributes.of("values_strings", classes)));
    graph.addOutput(declared(LABEL, TensorProto.DataType.STRING));
    graph.addOutput(declared(PROBABILITIES, TensorProto.DataType.DOUBLE, classes.size()));
  }

  /** Of two classes the first has score 0 when the estimator scores the second alone. */
  private String calibrated(Calibration calibration, int outputs) {
    String scores = SCORES;
    List<Long> classes = List.of((long) calibration.slopes().size());
    if (outputs == 1) {
      add("Mul", "both", SCORES, constant("second", classes, 0, 1));
      scores = "both";
    }
    if (calibration.changesNothing()) {
      return scores;
    }
    double[] slopes = calibration.slopes().stream().mapToDouble(Double::doubleValue).toArray();
    double[] intercepts =
        calibration.intercepts().stream().mapToDouble(Double::doubleValue).toArray();
    add("Mul", "sloped", scores, constant("slopes", classes, slopes));
    add("Add", "calibrated", "sloped", constant("shifts", classes, intercepts));
    return "calibrated";
  }

  private void add(String operator, String output, String... inputs) {
    graph.addNode(node(operator, output, inputs));
  }

  private static NodeProto.Builder node(String operator, String output, String... inputs) {
    return NodeProto.newBuilder()
        .setOpType(operator)
        .setName(output)
        .addAllInput(List.of(inputs))
        .addOutput(output);
  }

  private String constant(String name, List<Long> shape, double... values) {
    graph.addInitializer(
        OnnxAttributes.doubles(values).setName(name).clearDims().addAllDims(shape));
    return name;
  }

  /** A tensor with as many rows as the caller has. */
  private static ValueInfoProto declared(String name, TensorProto.DataType type, int... width) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDimBuilder().setDimParam("rows");
    for (int size : width) {
      shape.addDimBuilder().setDimValue(size);
    }
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }
}
