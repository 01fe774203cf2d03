package bad;

import java.io.InputStream;
import java.util.List;

abstract class Base {
  public void read(List<InputStream> inherited) {}
}
