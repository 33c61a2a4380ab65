package io.drivetrain.registry.client.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.registry.client.http.Call;
import io.drivetrain.registry.client.http.JsonFields;
import io.drivetrain.registry.client.http.Page;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.http.RegistryHttp;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the audit trail. It extends MLflow's protocol: other servers answer with the status 404.
 */
public final class AuditClient {
  private static final String AUDIT = "/api/v1/audit";

  private final RegistryHttp http;

  public AuditClient(RegistryHttp http) {
    this.http = http;
  }

  /**
   * One page, the newest entry first.
   *
   * @param maxResults 1 to 1000
   * @param pageToken from the page before; empty for the first page
   * @throws RegistryClientException when the registry refuses or does not answer
   */
  public Page<AuditEntry> search(AuditFilter filter, int maxResults, String pageToken) {
    List<String> parameters = new ArrayList<>(filter.parameters());
    parameters.addAll(List.of("max_results", Integer.toString(maxResults)));
    if (!pageToken.isEmpty()) {
      parameters.addAll(List.of("page_token", pageToken));
    }
    String path = AUDIT + Call.query(parameters.toArray(String[]::new));
    JsonNode answer =
        http.json(new Call("GET", path, "", BodyPublishers::noBody, Call.Kind.JSON, true));
    return new Page<>(
        JsonFields.list(answer, "entries", AuditClient::entry), JsonFields.nextPageToken(answer));
  }

  private static AuditEntry entry(JsonNode node) {
    return new AuditEntry(
        JsonFields.whole(node, "id"),
        at(node),
        JsonFields.text(node, "who"),
        AuditAction.ofWire(JsonFields.text(node, "action")),
        JsonFields.text(node, "model"),
        JsonFields.text(node, "version"),
        JsonFields.text(node, "key"),
        JsonFields.text(node, "before"),
        JsonFields.text(node, "after"),
        JsonFields.text(node, "reason"));
  }

  private static Instant at(JsonNode node) {
    try {
      return Instant.parse(JsonFields.required(node, "at"));
    } catch (DateTimeParseException malformed) {
      throw JsonFields.unreadable("at", node, malformed);
    }
  }
}
