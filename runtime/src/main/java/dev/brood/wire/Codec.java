package dev.brood.wire;

/**
 * Says how values of a type travel that Brood does not know: of a foreign class, or of one that has
 * a better form than its parts. It is put to use by {@link WireCodec}.
 *
 * <pre>{@code
 * public final class ColorCodec implements Codec<Color> {
 *   public void write(WireWriter out, Color value) { out.writeInt(value.getRGB()); }
 *   public Color read(WireReader in) { return new Color(in.readInt(), true); }
 * }
 * }</pre>
 *
 * <p>A codec has a constructor without parameters, and one instance serves many threads, so it
 * keeps no state. Null is dealt with before a codec is asked. Of a generic type a codec is for one
 * that is concrete, such as {@code Codec<Range<Integer>>}; arrays travel by their elements.
 *
 * @param <T> the type that travels
 */
public interface Codec<T> {

  /**
   * Writes a value.
   *
   * @param out takes what {@link #read} will read, and nothing else
   * @param value not null
   * @throws dev.brood.WireException if this value cannot travel
   */
  void write(WireWriter out, T value);

  /**
   * Reads a value: exactly what {@link #write} wrote. The bytes may come from a hostile peer, so
   * sizes are read by {@link WireReader#readSize(int)}, which checks them.
   *
   * @param in gives the bytes
   * @return a value equal to the one written; not null
   * @throws dev.brood.WireException if the bytes make no value
   */
  T read(WireReader in);
}
