package dev.brood.wire;

import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every kind of value that the wire knows, with random examples of each. */
final class Kinds {
  enum Colour {
    RED,
    GREEN,
    BLUE
  }

  private static final Colour[] COLOURS = Colour.values();

  /** Sizes around which something changes: bulk copies, piece borders, lengths of the size. */
  private static final int[] SIZES = {0, 1, 2, 31, 32, 33, 126, 127, 128, 1000, 20_000, 70_000};

  /** One kind of value. Values compare by {@link #bits}, so that every bit of a NaN counts. */
  record Kind(
      String name,
      Function<Random, @Nullable Object> example,
      BiConsumer<WireWriter, @Nullable Object> writer,
      Function<WireReader, @Nullable Object> reader) {

    @Nullable Object example(Random random) {
      return example.apply(random);
    }

    void write(WireWriter out, @Nullable Object value) {
      writer.accept(out, value);
    }

    @Nullable Object read(WireReader in) {
      return reader.apply(in);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Kind> ALL =
      List.of(
          kind("boolean", Random::nextBoolean, WireWriter::writeBoolean, WireReader::readBoolean),
          kind("byte", r -> (byte) r.nextInt(), WireWriter::writeByte, WireReader::readByte),
          kind("short", r -> (short) r.nextInt(), WireWriter::writeShort, WireReader::readShort),
          kind("char", r -> (char) r.nextInt(), WireWriter::writeChar, WireReader::readChar),
          kind("int", Random::nextInt, WireWriter::writeInt, WireReader::readInt),
          kind("long", Random::nextLong, WireWriter::writeLong, WireReader::readLong),
          kind("float", Kinds::anyFloat, WireWriter::writeFloat, WireReader::readFloat),
          kind("double", Kinds::anyDouble, WireWriter::writeDouble, WireReader::readDouble),
          box(
              "Boolean",
              Random::nextBoolean,
              WireWriter::writeBoxedBoolean,
              WireReader::readBoxedBoolean),
          box(
              "Byte",
              r -> (byte) r.nextInt(),
              WireWriter::writeBoxedByte,
              WireReader::readBoxedByte),
          box(
              "Short",
              r -> (short) r.nextInt(),
              WireWriter::writeBoxedShort,
              WireReader::readBoxedShort),
          box(
              "Character",
              r -> (char) r.nextInt(),
              WireWriter::writeBoxedChar,
              WireReader::readBoxedChar),
          box("Integer", Random::nextInt, WireWriter::writeBoxedInt, WireReader::readBoxedInt),
          box("Long", Random::nextLong, WireWriter::writeBoxedLong, WireReader::readBoxedLong),
          box("Float", Kinds::anyFloat, WireWriter::writeBoxedFloat, WireReader::readBoxedFloat),
          box(
              "Double",
              Kinds::anyDouble,
              WireWriter::writeBoxedDouble,
              WireReader::readBoxedDouble),
          box(
              "boolean[]",
              Kinds::booleans,
              WireWriter::writeBooleanArray,
              WireReader::readBooleanArray),
          box("byte[]", Kinds::bytes, WireWriter::writeByteArray, WireReader::readByteArray),
          box("short[]", Kinds::shorts, WireWriter::writeShortArray, WireReader::readShortArray),
          box("char[]", Kinds::chars, WireWriter::writeCharArray, WireReader::readCharArray),
          box(
              "int[]",
              r -> r.ints(size(r)).toArray(),
              WireWriter::writeIntArray,
              WireReader::readIntArray),
          box(
              "long[]",
              r -> r.longs(size(r)).toArray(),
              WireWriter::writeLongArray,
              WireReader::readLongArray),
          box("float[]", Kinds::floats, WireWriter::writeFloatArray, WireReader::readFloatArray),
          box(
              "double[]",
              Kinds::doubles,
              WireWriter::writeDoubleArray,
              WireReader::readDoubleArray),
          box("Latin-1 string", Kinds::latin1, WireWriter::writeString, WireReader::readString),
          box(
              "UTF-16 string",
              r -> new String(chars(r)),
              WireWriter::writeString,
              WireReader::readString),
          box(
              "enum",
              r -> COLOURS[r.nextInt(COLOURS.length)],
              WireWriter::writeEnum,
              in -> in.readEnum(COLOURS)));

  private Kinds() {}

  static Kind any(Random random) {
    return ALL.get(random.nextInt(ALL.size()));
  }

  /** A value in a form whose equality looks at every bit. */
  static @Nullable Object bits(@Nullable Object value) {
    if (value instanceof Float f) {
      return Float.floatToRawIntBits(f);
    }
    if (value instanceof Double d) {
      return Double.doubleToRawLongBits(d);
    }
    if (value instanceof float[] floats) {
      int[] bits = new int[floats.length];
      for (int i = 0; i < bits.length; i++) {
        bits[i] = Float.floatToRawIntBits(floats[i]);
      }
      return bits;
    }
    if (value instanceof double[] doubles) {
      long[] bits = new long[doubles.length];
      for (int i = 0; i < bits.length; i++) {
        bits[i] = Double.doubleToRawLongBits(doubles[i]);
      }
      return bits;
    }
    return value;
  }

  @SuppressWarnings("unchecked") // each kind writes what it has read or made
  private static <T> Kind kind(
      String name,
      Function<Random, T> example,
      BiConsumer<WireWriter, T> writer,
      Function<WireReader, T> reader) {
    return new Kind(
        name, example::apply, (out, value) -> writer.accept(out, (T) value), reader::apply);
  }

  /** A kind that has a null. */
  private static <T> Kind box(
      String name,
      Function<Random, T> example,
      BiConsumer<WireWriter, @Nullable T> writer,
      Function<WireReader, @Nullable T> reader) {
    return kind(name, r -> r.nextInt(8) == 0 ? null : example.apply(r), writer, reader);
  }

  private static int size(Random random) {
    int limit = SIZES[random.nextInt(SIZES.length)];
    return random.nextBoolean() ? limit : random.nextInt(limit + 1);
  }

  private static float anyFloat(Random random) {
    return Float.intBitsToFloat(random.nextInt());
  }

  private static double anyDouble(Random random) {
    return Double.longBitsToDouble(random.nextLong());
  }

  private static boolean[] booleans(Random random) {
    boolean[] value = new boolean[size(random)];
    for (int i = 0; i < value.length; i++) {
      value[i] = random.nextBoolean();
    }
    return value;
  }

  private static byte[] bytes(Random random) {
    byte[] value = new byte[size(random)];
    random.nextBytes(value);
    return value;
  }

  private static short[] shorts(Random random) {
    short[] value = new short[size(random)];
    for (int i = 0; i < value.length; i++) {
      value[i] = (short) random.nextInt();
    }
    return value;
  }

  private static char[] chars(Random random) {
    char[] value = new char[size(random)];
    for (int i = 0; i < value.length; i++) {
      value[i] = (char) random.nextInt();
    }
    return value;
  }

  private static float[] floats(Random random) {
    float[] value = new float[size(random)];
    for (int i = 0; i < value.length; i++) {
      value[i] = anyFloat(random);
    }
    return value;
  }

  private static double[] doubles(Random random) {
    double[] value = new double[size(random)];
    for (int i = 0; i < value.length; i++) {
      value[i] = anyDouble(random);
    }
    return value;
  }

  private static String latin1(Random random) {
    char[] value = chars(random);
    for (int i = 0; i < value.length; i++) {
      value[i] = (char) (value[i] & 0xFF);
    }
    return new String(value);
  }
}
