package io.drivetrain.models.bundle;

import io.drivetrain.models.estimator.CategorySet;
import io.drivetrain.models.estimator.Combination;
import io.drivetrain.models.estimator.SplitKind;
import io.drivetrain.models.estimator.TreeEnsemble;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The binary form of {@link TreeEnsemble}, little-endian.
 *
 * <pre>
 * offset  size
 *  0      4    "DTTF"
 *  4      2    version, 1; 2 when a split is of another kind than 0
 *  6      2    combination: 0 sum, 1 mean
 *  8      4    columns
 * 12      4    trees
 * 16      4    nodes
 * 20      4    sets of categories; 0 in version 1
 * 24      8    base, double; 0 for a mean
 * 32      8    scale, double; 1 for a mean
 * 40      24   each node, in preorder, tree after tree:
 *              +0 feature, u16; 65535 in a leaf     +2 kind, u16; 0 in a leaf and in version 1
 *              +4 right child, i32; 0 in a leaf     (the left child is the next node)
 *              +8 threshold or leaf value, double   +16 cover, double
 *  .      8    each set: number of its words, i64, then the words, 8 bytes each; see CategorySet
 * </pre>
 *
 * Kinds are the places in {@link SplitKind}; a split on categories has the place of its set for a
 * threshold. A tree begins where the one before it is complete.
 */
final class TreesFile {

  private static final int MAGIC = 0x46545444;
  private static final int PLAIN = 1;
  private static final int VERSION = 2;
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
    for (CategorySet set : trees.sets()) {
      size = Math.addExact(size, (1 + set.words().length) * Long.BYTES);
    }
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    boolean mean = trees.combination() instanceof Combination.Mean;
    out.putInt(MAGIC).putShort((short) version(trees)).putShort((short) (mean ? MEAN : SUM));
    out.putInt(trees.columns()).putInt(trees.trees()).putInt(trees.nodes());
    out.putInt(trees.sets().size());
    out.putDouble(trees.combination() instanceof Combination.Sum sum ? sum.base() : 0);
    out.putDouble(trees.combination() instanceof Combination.Sum sum ? sum.scale() : 1);
    for (int node = 0; node < trees.nodes(); node++) {
      boolean leaf = trees.isLeaf(node);
      out.putShort((short) (leaf ? LEAF : trees.feature(node)));
      out.putShort((short) trees.kind(node).ordinal());
      out.putInt(leaf ? 0 : trees.right(node));
      out.putDouble(trees.value(node)).putDouble(trees.cover(node));
    }
    for (CategorySet set : trees.sets()) {
      out.putLong(set.words().length);
      for (long word : set.words()) {
        out.putLong(word);
      }
    }
    return out.array();
  }

  private static int version(TreeEnsemble trees) {
    for (int node = 0; node < trees.nodes(); node++) {
      if (trees.kind(node) != SplitKind.MISSING_RIGHT) {
        return VERSION;
      }
    }
    return PLAIN;
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
    require(version >= PLAIN, 4, "version 0");
    require(in.getInt(8) == columns, 8, "takes another number of inputs than the encoder makes");
    int nodes = in.getInt(16);
    long end = HEADER_BYTES + (long) nodes * NODE_BYTES;
    require(
        nodes > 0 && (version == PLAIN ? end == in.capacity() : end <= in.capacity()),
        16,
        "the number of nodes does not match the length of the file");
    require(version > PLAIN || in.getInt(20) == 0, 20, "must be 0");
    List<CategorySet> sets = readSets((int) end, in.getInt(20));
    TreeEnsemble trees =
        readNodes(TreeEnsemble.builder(columns, combination()), nodes, version, sets);
    require(trees.sets().equals(sets), 20, "a set is not used, or stands twice");
    require(version == version(trees), 4, "a plain ensemble has version 1");
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

  private List<CategorySet> readSets(int begin, int count) {
    List<CategorySet> sets = new ArrayList<>();
    int offset = begin;
    require(count >= 0 && count <= (in.capacity() - begin) / Long.BYTES, 20, "has no such sets");
    for (int set = 0; set < count; set++) {
      require(in.capacity() - offset >= Long.BYTES, offset, "a set is cut off");
      long length = in.getLong(offset);
      offset += Long.BYTES;
      require(
          length > 0 && length <= (in.capacity() - offset) / Long.BYTES,
          offset,
          "a set has no such length");
      long[] words = new long[(int) length];
      in.slice(offset, words.length * Long.BYTES)
          .order(ByteOrder.LITTLE_ENDIAN)
          .asLongBuffer()
          .get(words);
      require(words[words.length - 1] != 0, offset, "a set ends with an empty word");
      sets.add(set(words, offset));
      offset += words.length * Long.BYTES;
    }
    require(offset == in.capacity(), offset, "something follows the last set");
    return sets;
  }

  private CategorySet set(long[] words, int offset) {
    try {
      return CategorySet.ofWords(words);
    } catch (IllegalArgumentException e) {
      throw damaged(offset, e.getMessage());
    }
  }

  private TreeEnsemble readNodes(
      TreeEnsemble.Builder builder, int nodes, int version, List<CategorySet> sets) {
    int offset = HEADER_BYTES;
    try {
      for (int node = 0; node < nodes; node++, offset += NODE_BYTES) {
        readNode(builder, offset, version, sets);
      }
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw damaged(offset, e.getMessage());
    }
  }

  private void readNode(
      TreeEnsemble.Builder builder, int offset, int version, List<CategorySet> sets) {
    int feature = in.getChar(offset);
    double value = in.getDouble(offset + 8);
    double cover = in.getDouble(offset + 16);
    int kind = in.getChar(offset + 2);
    require(version > PLAIN || kind == 0, offset + 2, "must be 0");
    require(kind < SplitKind.values().length, offset + 2, "no kind of split that is known");
    if (feature == LEAF) {
      require(kind == 0, offset + 2, "a leaf has no kind");
      require(in.getInt(offset + 4) == 0, offset + 4, "a leaf has no right child");
      builder.leaf(value, cover);
      return;
    }
    switch (SplitKind.values()[kind]) {
      case MISSING_RIGHT -> builder.split(feature, value, cover);
      case MISSING_LEFT -> builder.splitMissingLeft(feature, value, cover);
      case CATEGORIES -> {
        int place = (int) value;
        require(place == value && place >= 0 && place < sets.size(), offset + 8, "has no such set");
        builder.splitCategories(feature, sets.get(place), cover);
      }
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
