package io.drivetrain.registry.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.search.PageToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reads the trail. */
@ApplicationScoped
@Transactional
public class AuditService {
  private static final int MAX_PAGE = 1000;

  /**
   * One page, the newest entry first.
   *
   * @param nextPageToken absent on the last page
   */
  public record Page(
      @JsonInclude(JsonInclude.Include.ALWAYS) List<AuditEntry> entries, String nextPageToken) {}

  private final AuditRepository repository;

  AuditService(AuditRepository repository) {
    this.repository = repository;
  }

  public Page search(AuditQuery query, long maxResults, String pageToken) {
    int size = Fields.pageSize(maxResults, MAX_PAGE);
    long before = PageToken.read(pageToken, query).map(t -> t.number(0)).orElse(Long.MAX_VALUE);
    var found = repository.search(query, before, size + 1);
    if (found.size() <= size) {
      return new Page(found, null);
    }
    var page = found.subList(0, size);
    return new Page(page, PageToken.after(page.getLast().id()).write(query));
  }
}
