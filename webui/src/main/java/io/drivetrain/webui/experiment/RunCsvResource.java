package io.drivetrain.webui.experiment;

import io.drivetrain.access.problem.Problem;
import io.drivetrain.access.problem.ProblemException;
import io.drivetrain.webui.client.Refusal;
import io.drivetrain.webui.client.ServiceCallException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * All runs of a table as a CSV file, with the columns of the table. Its query is that of the page.
 */
@Path("/run-tables/runs.csv")
@RunOnVirtualThread
public class RunCsvResource {
  private final RunTableService service;

  public RunCsvResource(RunTableService service) {
    this.service = service;
  }

  @GET
  @Operation(hidden = true)
  public Response runs(@Context UriInfo address) {
    RunTable table = RunTable.of(address.getQueryParameters());
    RunTableReading reading = read(table.query());
    List<RunField> fields =
        table.columns().isEmpty()
            ? reading.usualFields()
            : table.columns().stream().map(RunColumn::field).toList();
    StreamingOutput file = target -> write(reading.scope(), table.query(), fields, target);
    return Response.ok(file)
        .type("text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"runs.csv\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  /** Before the first byte, while a failure can still be told. */
  private RunTableReading read(RunQuery query) {
    try {
      return service.read(query, RunTableReading.NONE);
    } catch (ServiceCallException failed) {
      throw new ProblemException(
          failed
              .refusal()
              .map(RunCsvResource::refused)
              .orElseGet(() ->
                  Problem.of(
                      RunCsvProblem.REGISTRY_UNREACHABLE,
                      "The registry does not answer: try again later.")));
    }
  }

  private static Problem refused(Refusal refusal) {
    return Problem.of(RunCsvProblem.REGISTRY_REFUSED, refusal.status(), refusal.title());
  }

  private void write(RunScope scope, RunQuery query, List<RunField> fields, OutputStream target)
      throws IOException {
    Writer text = new OutputStreamWriter(target, StandardCharsets.UTF_8);
    RunCsv csv = new RunCsv(text, fields, Instant.now());
    csv.writeHeadings();
    service.forEachPage(scope, query, csv::write);
    text.flush();
  }
}
