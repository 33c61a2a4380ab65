package io.drivetrain.webui.artifact;

import io.drivetrain.access.problem.Problem;
import io.drivetrain.access.problem.ProblemException;
import io.drivetrain.webui.client.Refusal;
import io.drivetrain.webui.registry.RegistryCallException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Files of tracking runs for a browser that does not reach the registry. Others wrote them: they
 * may not run scripts, nor load or send anything.
 */
@Path("/tracking-run-files/{run: [0-9a-zA-Z_-]{1,64}}")
@RunOnVirtualThread
public class ArtifactFileResource {
  private static final String HARMLESS =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

  private final ArtifactService artifacts;

  public ArtifactFileResource(ArtifactService artifacts) {
    this.artifacts = artifacts;
  }

  /** A picture is shown, everything else is saved. */
  @GET
  @Path("/file")
  @Operation(hidden = true)
  public Response file(
      @PathParam("run") String run, @DefaultValue("") @QueryParam("path") String path)
      throws IOException {
    ArtifactKind kind = ArtifactKind.of(path);
    String disposition = kind == ArtifactKind.IMAGE ? "inline" : "attachment";
    ScratchFile file = ScratchFile.make();
    try {
      asked(() -> {
        artifacts.save(artifacts.root(run), path, file.path());
        return file;
      });
    } catch (RuntimeException failed) {
      file.close();
      throw failed;
    }
    return answer(path, disposition).type(kind.mediaType(path)).entity(file.content()).build();
  }

  /** A folder, or all files of a run, as they are written. */
  @GET
  @Path("/zip")
  @Operation(hidden = true)
  public Response zip(
      @PathParam("run") String run, @DefaultValue("") @QueryParam("path") String folder) {
    String root = asked(() -> artifacts.root(run));
    ArtifactZip zip = asked(() -> ArtifactZip.of(artifacts, root, folder));
    String name = folder.isEmpty() ? run : folder.substring(folder.lastIndexOf('/') + 1);
    return answer(name + ".zip", "attachment").type("application/zip").entity(zip).build();
  }

  private static ResponseBuilder answer(String path, String disposition) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return Response.ok()
        .header("Content-Disposition", disposition + "; filename*=UTF-8''" + encoded)
        .header("Content-Security-Policy", HARMLESS)
        .header("Cache-Control", "private, no-cache");
  }

  private static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (RegistryCallException failed) {
      throw failed
          .refusal()
          .map(ArtifactFileResource::refused)
          .orElseGet(() ->
              new ProblemException(
                  Problem.of(
                      ArtifactProblem.REGISTRY_UNREACHABLE,
                      ArtifactProblem.REGISTRY_UNREACHABLE.status(),
                      "The registry does not answer: try again later.")));
    } catch (IllegalArgumentException wrongPath) {
      throw new ProblemException(
          Problem.of(
              ArtifactProblem.WRONG_PATH,
              ArtifactProblem.WRONG_PATH.status(),
              wrongPath.getMessage()));
    }
  }

  private static ProblemException refused(Refusal refusal) {
    int status = refusal.isNotFound() ? 404 : ArtifactProblem.REGISTRY_REFUSED.status();
    return new ProblemException(
        Problem.of(ArtifactProblem.REGISTRY_REFUSED, status, refusal.title()));
  }
}
