package io.drivetrain.models.bundle;

import io.drivetrain.models.estimator.Combination;
import io.drivetrain.models.estimator.TreeEnsemble;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The binary form of {@link TreeEnsemble}, little-endian.
 *
 * <pre>
 * offset  size
 *  0      4    "DTTF"
 *  4      2    version, 1
 *  6      2    combination: 0 sum, 1 mean
 *  8      4    columns
 * 12      4    trees
 * 16      4    nodes
 * 20      4    0
 * 24      8    base, double; 0 for a mean
 * 32      8    scale, double; 1 for a mean
 * 40      24   each node, in preorder, tree after tree:
 *              +0 feature, u16; 65535 in a leaf     +2 0, u16
 *              +4 right child, i32; 0 in a leaf     (the left child is the next node)
 *              +8 threshold or leaf value, double   +16 cover, double
 * </pre>
 *
 * A tree begins where the one before it is complete.
 */
final class TreesFile {

  private static final int MAGIC = 0x46545444;
  private static final int VERSION = 1;
  private static final int SUM = 0;
  private static final int MEAN = 1;
  private static final int HEADER_BYTES = 40;
  private static final int NODE_BYTES = 24;
  private static final int LEAF = 0xFFFF;

  private final String file;
  private final ByteBuffer in;

  private TreesFile(String file, byte[] bytes) {
    this.file = file;
    this.in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static byte[] write(TreeEnsemble trees) {
    int size = Math.addExact(HEADER_BYTES, Math.multiplyExact(trees.nodes(), NODE_BYTES));
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    boolean mean = trees.combination() instanceof Combination.Mean;
    out.putInt(MAGIC).putShort((short) VERSION).putShort((short) (mean ? MEAN : SUM));
    out.putInt(trees.columns()).putInt(trees.trees()).putInt(trees.nodes()).putInt(0);
    out.putDouble(trees.combination() instanceof Combination.Sum sum ? sum.base() : 0);
    out.putDouble(trees.combination() instanceof Combination.Sum sum ? sum.scale() : 1);
    for (int node = 0; node < trees.nodes(); node++) {
      boolean leaf = trees.isLeaf(node);
      out.putShort((short) (leaf ? LEAF : trees.feature(node))).putShort((short) 0);
      out.putInt(leaf ? 0 : trees.right(node));
      out.putDouble(trees.value(node)).putDouble(trees.cover(node));
    }
    return out.array();
  }

  /**
   * @param columns inputs that the encoder makes
   */
  static TreeEnsemble read(String file, byte[] bytes, int columns) {
    return new TreesFile(file, bytes).read(columns);
  }

  private TreeEnsemble read(int columns) {
    require(in.capacity() >= HEADER_BYTES, 0, "shorter than its header of 40 bytes");
    require(in.getInt(0) == MAGIC, 0, "does not begin with DTTF");
    int version = in.getChar(4);
    if (version > VERSION) {
      throw BundleException.newer(file, "byte 4", "version " + version, VERSION);
    }
    require(version == VERSION, 4, "version 0");
    require(in.getInt(8) == columns, 8, "takes another number of inputs than the encoder makes");
    int nodes = in.getInt(16);
    require(
        nodes > 0 && HEADER_BYTES + (long) nodes * NODE_BYTES == in.capacity(),
        16,
        "the number of nodes does not match the length of the file");
    require(in.getInt(20) == 0, 20, "must be 0");
    TreeEnsemble trees = readNodes(TreeEnsemble.builder(columns, combination()), nodes);
    require(trees.trees() == in.getInt(12), 12, "holds " + trees.trees() + " trees");
    checkRightChildren(trees);
    return trees;
  }

  private Combination combination() {
    double base = in.getDouble(24);
    double scale = in.getDouble(32);
    switch (in.getChar(6)) {
      case SUM -> {
        require(Double.isFinite(base), 24, "the base is no number");
        require(Double.isFinite(scale), 32, "the scale is no number");
        return new Combination.Sum(base, scale);
      }
      case MEAN -> {
        require(base == 0 && scale == 1, 24, "a mean has base 0 and scale 1");
        return new Combination.Mean();
      }
      default -> throw damaged(6, "no combination that is known");
    }
  }

  private TreeEnsemble readNodes(TreeEnsemble.Builder builder, int nodes) {
    int offset = HEADER_BYTES;
    try {
      for (int node = 0; node < nodes; node++, offset += NODE_BYTES) {
        readNode(builder, offset);
      }
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw damaged(offset, e.getMessage());
    }
  }

  private void readNode(TreeEnsemble.Builder builder, int offset) {
    int feature = in.getChar(offset);
    double value = in.getDouble(offset + 8);
    double cover = in.getDouble(offset + 16);
    require(in.getChar(offset + 2) == 0, offset + 2, "must be 0");
    if (feature == LEAF) {
      require(in.getInt(offset + 4) == 0, offset + 4, "a leaf has no right child");
      builder.leaf(value, cover);
    } else {
      builder.split(feature, value, cover);
    }
  }

  /** Preorder alone tells where the right children are; the file must say the same. */
  private void checkRightChildren(TreeEnsemble trees) {
    for (int node = 0; node < trees.nodes(); node++) {
      int offset = HEADER_BYTES + node * NODE_BYTES + 4;
      if (!trees.isLeaf(node)) {
        int right = trees.right(node);
        require(in.getInt(offset) == right, offset, "the right child must be node " + right);
      }
    }
  }

  private void require(boolean condition, int offset, String wrong) {
    if (!condition) {
      throw damaged(offset, wrong);
    }
  }

  private BundleException damaged(int offset, String wrong) {
    return BundleException.at(file, "byte " + offset, wrong, BundleFormat.DAMAGED);
  }
}
