package io.drivetrain.webui.model;

import io.drivetrain.access.problem.Problem;
import io.drivetrain.access.problem.ProblemException;
import io.drivetrain.access.problem.ProblemType;
import io.drivetrain.registry.client.http.PercentEncoding;
import io.drivetrain.webui.artifact.ArtifactProblem;
import io.drivetrain.webui.artifact.ArtifactService;
import io.drivetrain.webui.artifact.ArtifactZip;
import io.drivetrain.webui.client.Refusal;
import io.drivetrain.webui.registry.RegistryCallException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The files of versions for browsers, which need not reach the registry. */
@Path("/model-files/{model}")
@RunOnVirtualThread
public class VersionFileResource {
  private static final ProblemType NO_SUCH_VERSION =
      new ProblemType("unknown_model_version", 404, "There is no such version of this model");
  private static final ProblemType ELSEWHERE =
      new ProblemType("artifacts_elsewhere", 409, "The files are not in the registry's store");

  private final VersionFiles files;
  private final ArtifactService artifacts;

  public VersionFileResource(VersionFiles files, ArtifactService artifacts) {
    this.files = files;
    this.artifacts = artifacts;
  }

  @GET
  @Path("/{version: [1-9][0-9]{0,8}}.zip")
  @Operation(hidden = true)
  public Response zip(@PathParam("model") String model, @PathParam("version") String version) {
    ArtifactZip zip;
    try {
      zip = ArtifactZip.of(artifacts, files.root(model, version), "");
    } catch (IllegalArgumentException foreign) {
      throw problem(ELSEWHERE, foreign.getMessage());
    } catch (RegistryCallException failed) {
      throw failed
          .refusal()
          .filter(Refusal::isNotFound)
          .map(refusal -> problem(NO_SUCH_VERSION, refusal.title()))
          .orElseGet(() -> problem(ArtifactProblem.REGISTRY_UNREACHABLE, "Try again later."));
    }
    return Response.ok(zip, "application/zip")
        .header("Content-Disposition", "attachment; filename*=UTF-8''" + name(model, version))
        .header("Cache-Control", "no-store")
        .build();
  }

  private static String name(String model, String version) {
    return PercentEncoding.of("%s-%s.zip".formatted(model, version));
  }

  private static ProblemException problem(ProblemType type, String detail) {
    return new ProblemException(Problem.of(type, type.status(), detail));
  }
}
