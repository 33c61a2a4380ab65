package io.drivetrain.access;

import io.drivetrain.access.body.JsonRequest;
import io.drivetrain.access.body.ReceivedBody;
import io.drivetrain.access.body.StoredText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An application small enough to test with. */
@Path("/echo")
@Produces(MediaType.APPLICATION_JSON)
public class EchoResource {

  /** A body with one field of each sort. */
  public record Order(
      @NotBlank(message = "An order needs a 'reason'.") @StoredText(max = 10) String reason,
      Optional<@StoredText(max = 10) String> by,
      @Min(1) @Max(3) Integer amount,
      boolean dryRun,
      Instant from,
      Size size,
      Map<String, String> labels,
      List<@Valid Line> lines)
      implements JsonRequest {}

  /** A part of a body. */
  public record Line(@StoredText(max = 3) String name, double price) {}

  /** A choice. */
  public enum Size {
    SMALL,
    LARGE
  }

  private final ReceivedBody received;

  EchoResource(ReceivedBody received) {
    this.received = received;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Order order(@Valid Order order) {
    return order;
  }

  @POST
  @Path("/text")
  @Consumes(MediaType.APPLICATION_JSON)
  public String text(@Valid Order order) {
    return received.text();
  }

  @GET
  public String query(@QueryParam("limit") @Min(1) int limit) {
    return "{}";
  }

  @GET
  @Path("/broken")
  public String broken() {
    throw new IllegalStateException("/home/secret");
  }

  @GET
  @Path("/away")
  public String away() {
    throw new IllegalStateException(new SQLException("secret host:5432 refused", "08001"));
  }
}
