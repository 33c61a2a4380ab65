package io.drivetrain.access.body;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Reads the bodies of requests as the records of one family, whatever their Content-Type: what it
 * may be is for the reader to say.
 */
public abstract class BodyReader<T> implements MessageBodyReader<T> {
  private final Class<T> family;

  protected BodyReader(Class<T> family) {
    this.family = family;
  }

  /**
   * @param contentType as sent, with its parameters; null when it is absent
   */
  protected abstract T read(Class<T> type, String contentType, InputStream body) throws IOException;

  @Override
  public final boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return family.isAssignableFrom(type);
  }

  @Override
  public final T readFrom(
      Class<T> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    return read(type, headers.getFirst(HttpHeaders.CONTENT_TYPE), body);
  }

  /** Whether a Content-Type is JSON, with or without parameters. */
  protected static boolean isJson(String contentType) {
    return mediaType(contentType).equalsIgnoreCase(MediaType.APPLICATION_JSON);
  }

  /** A Content-Type without its parameters; empty when it is absent. */
  protected static String mediaType(String contentType) {
    return contentType == null ? "" : contentType.split(";", 2)[0].strip();
  }
}
