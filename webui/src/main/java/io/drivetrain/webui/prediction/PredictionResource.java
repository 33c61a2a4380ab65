package io.drivetrain.webui.prediction;

import io.drivetrain.access.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /predict}. The fields of a row are the features of the model in production. */
@Path("/predict")
@Tag(name = "Prediction")
public class PredictionResource {
  private final PredictionService service;
  private final PredictionConfig config;

  PredictionResource(PredictionService service, PredictionConfig config) {
    this.service = service;
    this.config = config;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  @Operation(
      operationId = "predict",
      summary = "Predict with the model in production",
      description =
          "An object brings an object, an array brings an array in the same order. A field goes by"
              + " its canonical name or by its header in the training data. A value of a list is found"
              + " whatever its case, accents and spaces are, by another name of it, or by its"
              + " beginning; a warning READ_AS says so.")
  @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON))
  @APIResponse(
      responseCode = "200",
      description =
          "The prediction: a value with its interval, or a class with the probabilities of all",
      content = @Content(schema = @Schema(oneOf = {PredictionAnswer.class, ClassAnswer.class})))
  @APIResponse(
      responseCode = "400",
      description = "The body is not JSON: line and column say where",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  @APIResponse(
      responseCode = "413",
      description = "More rows than one call may carry",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  @APIResponse(
      responseCode = "415",
      description = "The body is not application/json",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  @APIResponse(
      responseCode = "422",
      description = "Fields are missing, unknown or wrong: every one of every row is named",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "503",
      description = "There is no model in production yet",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  public Response predict(
      byte[] body,
      @Parameter(
              description =
                  "Takes values outside the lists as they are. If not, a value that may mean"
                      + " several of a list is refused (AMBIGUOUS_VALUE).")
          @QueryParam("freeText")
          @DefaultValue("false")
          boolean freeText) {
    PredictionRequest request = PredictionRequestReader.read(body, config.maxRows());
    List<Answer> answers = service.predict(request, freeText);
    return Response.ok(request.array() ? answers : answers.getFirst()).build();
  }
}
