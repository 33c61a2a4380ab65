package io.drivetrain.models.bundle;

import io.drivetrain.models.estimator.ClassTrees;
import io.drivetrain.models.estimator.TreeEnsemble;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The binary form of {@link ClassTrees}, little-endian: the ensembles of the classes as {@link
 * TreesFile} writes them, each behind its length.
 *
 * <pre>
 * offset  size
 *  0      4    "DTCT"
 *  4      2    version, 1
 *  6      2    0
 *  8      4    classes
 *  .      4    each class: bytes of its ensemble
 *  .      n    its ensemble
 * </pre>
 */
final class ClassTreesFile {

  private static final int MAGIC = 0x54435444;
  private static final int VERSION = 1;
  private static final int HEADER_BYTES = 12;

  private final String file;
  private final ByteBuffer in;

  private ClassTreesFile(String file, byte[] bytes) {
    this.file = file;
    this.in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static byte[] write(ClassTrees trees) {
    List<byte[]> parts = trees.byClass().stream().map(TreesFile::write).toList();
    int size = HEADER_BYTES;
    for (byte[] part : parts) {
      size = Math.addExact(size, Math.addExact(Integer.BYTES, part.length));
    }
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(MAGIC).putShort((short) VERSION).putShort((short) 0).putInt(parts.size());
    parts.forEach(part -> out.putInt(part.length).put(part));
    return out.array();
  }

  /**
   * @param columns inputs that the encoder makes
   */
  static ClassTrees read(String file, byte[] bytes, int columns) {
    return new ClassTreesFile(file, bytes).read(columns);
  }

  private ClassTrees read(int columns) {
    require(in.capacity() >= HEADER_BYTES, 0, "shorter than its header of 12 bytes");
    require(in.getInt(0) == MAGIC, 0, "does not begin with DTCT");
    int version = in.getChar(4);
    if (version > VERSION) {
      throw BundleException.newer(file, "byte 4", "version " + version, VERSION);
    }
    require(version == VERSION, 4, "version 0");
    require(in.getChar(6) == 0, 6, "must be 0");
    int classes = in.getInt(8);
    require(classes > 1 && classes <= in.capacity() / Integer.BYTES, 8, "has no such classes");
    in.position(HEADER_BYTES);
    List<TreeEnsemble> ensembles = new ArrayList<>();
    for (int one = 0; one < classes; one++) {
      ensembles.add(TreesFile.read(file, part(), columns));
    }
    require(!in.hasRemaining(), in.position(), "something follows the last class");
    return new ClassTrees(ensembles);
  }

  private byte[] part() {
    int offset = in.position();
    require(in.remaining() >= Integer.BYTES, offset, "a class is cut off");
    int length = in.getInt();
    require(length > 0 && length <= in.remaining(), offset, "a class has no such length");
    byte[] part = new byte[length];
    in.get(part);
    return part;
  }

  private void require(boolean condition, int offset, String wrong) {
    if (!condition) {
      throw BundleException.at(file, "byte " + offset, wrong, BundleFormat.DAMAGED);
    }
  }
}
