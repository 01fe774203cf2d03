package dev.brood.internal.channel;

import java.io.IOException;

/** The other side has sent what it may not send. It is not to be listened to any further. */
public final class ProtocolException extends IOException {
  private static final long serialVersionUID = 1L;

  public ProtocolException(String message) {
    super(message);
  }
}
