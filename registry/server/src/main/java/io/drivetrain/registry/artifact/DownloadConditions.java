package io.drivetrain.registry.artifact;

import java.util.Optional;
import org.jboss.resteasy.reactive.RestHeader;

/** The headers by which a client asks for a part of a file, or only for one that it lacks. */
public record DownloadConditions(
    @RestHeader("Range") String range,
    @RestHeader("If-Range") String ifRange,
    @RestHeader("If-None-Match") String ifNoneMatch) {

  boolean isKnownToClient(Optional<String> etag) {
    return ifNoneMatch != null && etag.filter(ifNoneMatch::contains).isPresent();
  }

  /** Null when the whole file is wanted: also when it is not the one that the client began with. */
  String rangeOf(Optional<String> etag) {
    return ifRange == null || etag.filter(ifRange::equals).isPresent() ? range : null;
  }
}
