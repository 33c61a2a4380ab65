package io.drivetrain.pipeline.learning.report;

import io.drivetrain.pipeline.engine.run.RunId;
import io.drivetrain.pipeline.learning.html.Language;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The report of a run as it stands, for people and for programs. */
@Path("/api/v1/runs/{id}/report")
@RunOnVirtualThread
public class RunReportResource {
  /** The page has its style in itself and needs nothing else. */
  private static final String NOTHING_ELSE =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final RunReports reports;
  private final ReportDocuments documents;

  public RunReportResource(RunReports reports, ReportDocuments documents) {
    this.reports = reports;
    this.documents = documents;
  }

  @GET
  @Produces(MediaType.TEXT_HTML + ";charset=utf-8")
  @Operation(
      summary = "Report a run, as one page or as JSON",
      description =
          "In every state of the run. Accept: application/json gives the same facts as the page,"
              + " in English. The page is in the language of the parameter lang (en or fr), or else"
              + " of Accept-Language.")
  public Response page(
      @PathParam("id") String id,
      @QueryParam("lang") String lang,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    Language language = Language.requested(lang, accepted);
    WrittenReport report = reports.asItStands(RunId.parse(id), language);
    return answer(documents.html(report, language))
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        .header("Content-Security-Policy", NOTHING_ELSE)
        .build();
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response json(@PathParam("id") String id) {
    return answer(documents.json(reports.asItStands(RunId.parse(id), Language.EN).report()))
        .build();
  }

  private static Response.ResponseBuilder answer(String document) {
    return Response.ok(document)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE);
  }
}
