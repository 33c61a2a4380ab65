package io.drivetrain.webui.run;

import io.drivetrain.access.problem.Problem;
import io.drivetrain.access.problem.ProblemException;
import io.drivetrain.access.problem.ProblemType;
import io.drivetrain.webui.client.PipelineCallException;
import io.drivetrain.webui.component.PageLink;
import io.drivetrain.webui.language.Language;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Files of runs for a browser that does not reach the pipeline service. Others wrote them: they may
 * not run scripts, nor load or send anything.
 */
@Path("/run-files/{run: " + RunFileResource.UUID_PATTERN + "}")
@RunOnVirtualThread
public class RunFileResource {
  static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private static final String HARMLESS =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

  private final RunService service;

  public RunFileResource(RunService service) {
    this.service = service;
  }

  @GET
  @Path("/report")
  @Operation(hidden = true)
  public Response report(
      @PathParam("run") UUID run,
      @QueryParam("lang") String lang,
      @HeaderParam("Accept") String accepted) {
    Language language = Language.of(Locale.of(lang == null ? "" : lang));
    byte[] content;
    try {
      content = service.reportFile(run, language);
    } catch (PipelineCallException failed) {
      if (accepted != null && accepted.contains("text/html")) {
        return UnavailableFile.page(failed, language, "/" + PageLink.report(run));
      }
      throw problem(failed);
    }
    return file(() -> content, "text/html;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"report-%s.html\"".formatted(run))
        .build();
  }

  @GET
  @Path("/logs/{step: [a-z][a-z0-9_]{0,63}}/{attempt: [1-9][0-9]{0,8}}")
  @Operation(hidden = true)
  public Response log(
      @PathParam("run") UUID run,
      @PathParam("step") String step,
      @PathParam("attempt") int attempt) {
    return file(() -> service.log(run, step, attempt), "text/plain;charset=UTF-8").build();
  }

  private static Response.ResponseBuilder file(Supplier<byte[]> content, String type) {
    try {
      return Response.ok(content.get(), MediaType.valueOf(type))
          .header("Content-Security-Policy", HARMLESS)
          .header("Cache-Control", "no-store");
    } catch (PipelineCallException failed) {
      throw problem(failed);
    }
  }

  private static ProblemException problem(PipelineCallException failed) {
    return failed
        .refusal()
        .map(
            refusal -> problem(RunFileProblem.PIPELINE_REFUSED, refusal.status(), refusal.detail()))
        .orElseGet(() ->
            problem(
                RunFileProblem.PIPELINE_UNREACHABLE,
                RunFileProblem.PIPELINE_UNREACHABLE.status(),
                "The pipeline service does not answer: try again later."));
  }

  private static ProblemException problem(ProblemType type, int status, String detail) {
    return new ProblemException(Problem.of(type, status, detail));
  }
}
