package io.drivetrain.pipeline.engine.log;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Lines that wait to be written. When there are too many, because the database is away, those in
 * the middle are dropped: the start of a problem and its latest state matter most.
 */
final class LogBuffer {
  private final int half;
  private final List<byte[]> head = new ArrayList<>();
  private final Deque<byte[]> tail = new ArrayDeque<>();
  private int headBytes;
  private int tailBytes;
  private long droppedBytes;

  /**
   * @param capacity bytes that it holds, and a line more
   */
  LogBuffer(int capacity) {
    this.half = capacity / 2;
  }

  void add(byte[] line) {
    if (droppedBytes == 0 && tail.isEmpty() && headBytes + line.length <= half) {
      head.add(line);
      headBytes += line.length;
      return;
    }
    tail.add(line);
    tailBytes += line.length;
    while (tailBytes > half && tail.size() > 1) {
      drop(tail.remove());
    }
  }

  private void drop(byte[] line) {
    tailBytes -= line.length;
    droppedBytes += line.length;
  }

  boolean isEmpty() {
    return head.isEmpty() && tail.isEmpty() && droppedBytes == 0;
  }

  /** Bytes that were taken out before, and could not be written. */
  void lost(long bytes) {
    droppedBytes += bytes;
  }

  /**
   * Takes everything out.
   *
   * @param notice the line that stands in place of so many bytes that were dropped
   */
  byte[] drain(LongFunction<byte[]> notice) {
    ByteArrayOutputStream all = new ByteArrayOutputStream(headBytes + tailBytes);
    head.forEach(all::writeBytes);
    if (droppedBytes > 0) {
      all.writeBytes(notice.apply(droppedBytes));
    }
    tail.forEach(all::writeBytes);
    head.clear();
    tail.clear();
    headBytes = 0;
    tailBytes = 0;
    droppedBytes = 0;
    return all.toByteArray();
  }
}
