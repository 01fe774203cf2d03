package dev.brood.wire;

import dev.brood.WireException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How single values of the JDK's own classes travel. Null travels too. */
public final class JdkCodecs {
  private JdkCodecs() {}

  /** Writes a decimal number with its scale. */
  public static void writeBigDecimal(WireWriter out, @Nullable BigDecimal value) {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeByteArray(value.unscaledValue().toByteArray());
      out.writeInt(value.scale());
    }
  }

  /** Reads a decimal number with its scale. */
  public static @Nullable BigDecimal readBigDecimal(WireReader in) {
    try {
      return in.readBoolean() ? new BigDecimal(new BigInteger(bytes(in)), in.readInt()) : null;
    } catch (NumberFormatException e) {
      throw malformed(e);
    }
  }

  /** Writes an integer of any size. */
  public static void writeBigInteger(WireWriter out, @Nullable BigInteger value) {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeByteArray(value.toByteArray());
    }
  }

  /** Reads an integer of any size. */
  public static @Nullable BigInteger readBigInteger(WireReader in) {
    try {
      return in.readBoolean() ? new BigInteger(bytes(in)) : null;
    } catch (NumberFormatException e) {
      throw malformed(e);
    }
  }

  /** Writes a set of bits. */
  public static void writeBitSet(WireWriter out, @Nullable BitSet value) {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeLongArray(value.toLongArray());
    }
  }

  /** Reads a set of bits. */
  public static @Nullable BitSet readBitSet(WireReader in) {
    return in.readBoolean() ? BitSet.valueOf(longs(in)) : null;
  }

  /** Writes an identifier, by its text. */
  public static void writeURI(WireWriter out, @Nullable URI value) {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeString(value.toString());
    }
  }

  /** Reads an identifier, by its text. */
  public static @Nullable URI readURI(WireReader in) {
    try {
      return in.readBoolean() ? URI.create(text(in)) : null;
    } catch (IllegalArgumentException e) {
      throw malformed(e);
    }
  }

  /** Writes an identifier of 128 bits. */
  public static void writeUUID(WireWriter out, @Nullable UUID value) {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeLong(value.getMostSignificantBits());
      out.writeLong(value.getLeastSignificantBits());
    }
  }

  /** Reads an identifier of 128 bits. */
  public static @Nullable UUID readUUID(WireReader in) {
    return in.readBoolean() ? new UUID(in.readLong(), in.readLong()) : null;
  }

  /**
   * Writes a path, by its text. Relative paths stay relative: a worker has the parent's working
   * directory unless it was told otherwise.
   *
   * @throws WireException if the path does not belong to the default file system
   */
  public static void writePath(WireWriter out, @Nullable Path value) {
    out.writeBoolean(value != null);
    if (value != null) {
      if (!value.getFileSystem().equals(FileSystems.getDefault())) {
        throw new WireException(
            "the path " + value + " belongs to a file system that a worker does not have");
      }
      out.writeString(value.toString());
    }
  }

  /** Reads a path of the default file system. */
  public static @Nullable Path readPath(WireReader in) {
    try {
      return in.readBoolean() ? Path.of(text(in)) : null;
    } catch (InvalidPathException e) {
      throw malformed(e);
    }
  }

  /** Writes the bytes between a buffer's position and its limit, and its byte order. */
  public static void writeByteBuffer(WireWriter out, @Nullable ByteBuffer value) {
    out.writeBoolean(value != null);
    if (value != null) {
      byte[] bytes = new byte[value.remaining()];
      value.duplicate().get(bytes);
      out.writeBoolean(value.order() == ByteOrder.BIG_ENDIAN);
      out.writeByteArray(bytes);
    }
  }

  /** Reads a buffer: on the heap, writable, with its position at 0 and its limit at the end. */
  public static @Nullable ByteBuffer readByteBuffer(WireReader in) {
    if (!in.readBoolean()) {
      return null;
    }
    ByteOrder order = in.readBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return ByteBuffer.wrap(bytes(in)).order(order);
  }

  /** Writes an optional number. */
  public static void writeOptionalInt(WireWriter out, @Nullable OptionalInt value) {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeBoolean(value.isPresent());
      if (value.isPresent()) {
        out.writeInt(value.getAsInt());
      }
    }
  }

  /** Reads an optional number. */
  public static @Nullable OptionalInt readOptionalInt(WireReader in) {
    if (!in.readBoolean()) {
      return null;
    }
    return in.readBoolean() ? OptionalInt.of(in.readInt()) : OptionalInt.empty();
  }

  /** Writes an optional number. */
  public static void writeOptionalLong(WireWriter out, @Nullable OptionalLong value) {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeBoolean(value.isPresent());
      if (value.isPresent()) {
        out.writeLong(value.getAsLong());
      }
    }
  }

  /** Reads an optional number. */
  public static @Nullable OptionalLong readOptionalLong(WireReader in) {
    if (!in.readBoolean()) {
      return null;
    }
    return in.readBoolean() ? OptionalLong.of(in.readLong()) : OptionalLong.empty();
  }

  /** Writes an optional number. */
  public static void writeOptionalDouble(WireWriter out, @Nullable OptionalDouble value) {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeBoolean(value.isPresent());
      if (value.isPresent()) {
        out.writeDouble(value.getAsDouble());
      }
    }
  }

  /** Reads an optional number. */
  public static @Nullable OptionalDouble readOptionalDouble(WireReader in) {
    if (!in.readBoolean()) {
      return null;
    }
    return in.readBoolean() ? OptionalDouble.of(in.readDouble()) : OptionalDouble.empty();
  }

  static WireException malformed(RuntimeException cause) {
    return new WireException("malformed: " + cause.getMessage(), cause);
  }

  static String text(WireReader in) {
    String text = in.readString();
    if (text == null) {
      throw new WireException("malformed: a text is missing");
    }
    return text;
  }

  private static byte[] bytes(WireReader in) {
    byte[] bytes = in.readByteArray();
    if (bytes == null) {
      throw new WireException("malformed: bytes are missing");
    }
    return bytes;
  }

  private static long[] longs(WireReader in) {
    long[] longs = in.readLongArray();
    if (longs == null) {
      throw new WireException("malformed: numbers are missing");
    }
    return longs;
  }
}
