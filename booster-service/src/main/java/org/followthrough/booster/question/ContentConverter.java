package org.followthrough.booster.question;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.followthrough.kit.event.EventJson;

/** A question's content as JSON text. */
@Converter
public class ContentConverter implements AttributeConverter<QuestionContent, String> {

  @Override
  public String convertToDatabaseColumn(QuestionContent content) {
    return new String(EventJson.write(content), UTF_8);
  }

  @Override
  public QuestionContent convertToEntityAttribute(String json) {
    return EventJson.read(json.getBytes(UTF_8), QuestionContent.class);
  }
}
