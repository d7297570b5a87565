package org.followthrough.enrollment.apikey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new key with its secret. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IssuedApiKey(
    @Schema(examples = "k7q2m4x9ab") String keyId,
    @Schema(description = "the whole key; shown here and never again") String key,
    String name,
    List<String> scopes,
    Instant createdAt,
    Instant expiresAt) {

  static IssuedApiKey of(StoredApiKey stored, String key) {
    return new IssuedApiKey(
        stored.keyId(),
        key,
        stored.name(),
        List.of(stored.scopes()),
        stored.createdAt(),
        stored.expiresAt());
  }
}
