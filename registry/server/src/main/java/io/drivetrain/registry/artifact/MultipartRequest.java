package io.drivetrain.registry.artifact;

import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.MlflowRequest;
import io.drivetrain.registry.protocol.RegistryException;
import java.util.List;

/** The JSON bodies about uploads in parts. The folder of the file is in the URL. */
public sealed interface MultipartRequest extends MlflowRequest {

  /**
   * @param path of the file on the client's machine: its last name is the name that it gets
   */
  record CreateUpload(String path, Long numParts) implements MultipartRequest {
    private static final int MAX_PARTS = 10_000;

    public CreateUpload {
      Fields.required("path", path);
      Fields.required("num_parts", numParts);
      if (numParts < 1 || numParts > MAX_PARTS) {
        throw RegistryException.invalid(
            "Invalid value %d for parameter 'num_parts' supplied: it must be between 1 and %d."
                .formatted(numParts, MAX_PARTS));
      }
    }
  }

  record CompleteUpload(String path, String uploadId, List<UploadedPart> parts)
      implements MultipartRequest {
    public CompleteUpload {
      Fields.required("path", path);
      Fields.required("upload_id", uploadId);
      if (parts == null || parts.isEmpty()) {
        throw RegistryException.missing("parts");
      }
      parts = List.copyOf(parts);
    }
  }

  record AbortUpload(String path, String uploadId) implements MultipartRequest {
    public AbortUpload {
      Fields.required("upload_id", uploadId);
    }
  }

  /**
   * @param etag as the server answered it to the part: its SHA-256 in quotes
   */
  record UploadedPart(Long partNumber, String etag) {
    public UploadedPart {
      Fields.required("part_number", partNumber);
      Fields.required("etag", etag);
    }

    ArtifactStore.Part part() {
      return new ArtifactStore.Part(partNumber, etag.replace("\"", ""));
    }
  }
}
