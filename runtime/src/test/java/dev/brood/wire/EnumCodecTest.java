package dev.brood.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.WireException;
import org.junit.jupiter.api.Test;

class EnumCodecTest {
  private enum Size {
    SMALL,
    MEDIUM,
    LARGE
  }

  private final EnumCodec<Size> codec = EnumCodec.of(Size.values());

  @Test
  void constantsTravelByTheirPlacesAmongTheNames() {
    assertThat(written(Size.LARGE)).containsExactly(1);
    assertThat(written(Size.MEDIUM)).containsExactly(2);
    assertThat(written(Size.SMALL)).containsExactly(3);
    assertThat(written(null)).containsExactly(0);
  }

  @Test
  void whatIsWrittenIsRead() {
    for (Size size : Size.values()) {
      assertThat(codec.read(reader(written(size)))).isSameAs(size);
    }
    assertThat(codec.read(reader(written(null)))).isNull();
  }

  @Test
  void aPlaceWithoutAConstantIsRefused() {
    WireReader in = reader(new byte[] {4});
    assertThatThrownBy(() -> codec.read(in)).isInstanceOf(WireException.class);
  }

  private byte[] written(Size size) {
    WireWriter out = new WireWriter();
    codec.write(out, size);
    return out.toPayload().toByteArray();
  }

  private static WireReader reader(byte[] bytes) {
    WireWriter out = new WireWriter();
    for (byte each : bytes) {
      out.writeByte(each);
    }
    return new WireReader(out.toPayload());
  }
}
