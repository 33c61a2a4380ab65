package io.drivetrain.outbox.webhook;

import java.io.IOException;
import java.net.InetAddress;

/** A URL leads to an address of this machine, of a private network, or to a reserved one. */
public final class PrivateAddressException extends IOException {
  PrivateAddressException(String host, InetAddress address) {
    super(
        "%s is %s, an address of this machine or a private network"
            .formatted(host, address.getHostAddress()));
  }
}
