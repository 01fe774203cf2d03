package bad;

import dev.brood.Parallel;
import java.io.InputStream;
import java.net.Socket;

final class AResource {
  static final class Connection implements AutoCloseable {
    @Override
    public void close() {}
  }

  @Parallel
  static void read(InputStream stream, Socket socket, Connection connection) {}
  //                           ^ BROOD-211: stream: java.io.InputStream cannot travel: what is open belongs to the process that has opened it. Pass a path or an address as a String, and open it in the method.
  //                                          ^ BROOD-211: socket: java.net.Socket cannot travel: what is open belongs to the process that has opened it. Pass a path or an address as a String, and open it in the method.
  //                                                             ^ BROOD-211: connection: bad.AResource.Connection cannot travel: what is open belongs to the process that has opened it. Pass a path or an address as a String, and open it in the method.
}
