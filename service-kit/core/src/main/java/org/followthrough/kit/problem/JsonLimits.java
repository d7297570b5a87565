package org.followthrough.kit.problem;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Bounds what a request body can cost to read; what exceeds them is answered with 400. */
@Singleton
class JsonLimits implements ObjectMapperCustomizer {

  private static final int DEPTH = 32;
  private static final int STRING_LENGTH = 16 * 1024;
  private static final int NUMBER_LENGTH = 40;
  private static final int NAME_LENGTH = 512;

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH)
                .maxStringLength(STRING_LENGTH)
                .maxNumberLength(NUMBER_LENGTH)
                .maxNameLength(NAME_LENGTH)
                .build());
  }
}
