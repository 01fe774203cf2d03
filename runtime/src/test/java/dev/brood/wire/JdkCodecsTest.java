package dev.brood.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.WireException;
import dev.brood.fixtures.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of the JDK's own classes that are more than their contents. */
class JdkCodecsTest {
  @Test
  void writingABufferDoesNotMoveIt() {
    ByteBuffer buffer = ByteBuffer.wrap(new byte[] {1, 2, 3, 4}).position(1).limit(3);
    Payload payload = Bytes.payload(out -> JdkCodecs.writeByteBuffer(out, buffer));
    assertThat(buffer.position()).isEqualTo(1);
    assertThat(buffer.limit()).isEqualTo(3);
    ByteBuffer read = JdkCodecs.readByteBuffer(new WireReader(payload));
    assertThat(read).isNotNull();
    assertThat(read.order()).isEqualTo(buffer.order());
    assertThat(read.isReadOnly()).isFalse();
  }

  @Test
  void aPathOfAnotherFileSystemIsRefused(@TempDir Path directory) throws IOException {
    Path archive = directory.resolve("a.zip");
    try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
      Path inside = Files.createFile(zip.getPath("/inside"));
      assertThatThrownBy(() -> JdkCodecs.writePath(new WireWriter(), inside))
          .isExactlyInstanceOf(WireException.class)
          .hasMessageContaining("/inside");
    }
  }
}
