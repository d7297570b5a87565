package org.followthrough.enrollment.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person as HR knows them; one who is only referred to so far has an id and nothing else. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "Person",
    examples = {
      "{\"personId\":\"E-1001\",\"email\":\"ana.lopez@example.org\",\"name\":\"Ana López\","
          + "\"timeZone\":\"Europe/Madrid\",\"managerId\":\"E-2001\",\"left\":false}"
    })
record PersonView(
    @Schema(description = "the HR system's id") String personId,
    String email,
    String name,
    @Schema(description = "IANA time zone") String timeZone,
    @Schema(description = "language tag, BCP 47") String locale,
    @Schema(description = "the HR system's id of the line manager") String managerId,
    String orgUnit,
    @Schema(description = "first day back at work") LocalDate leaveUntil,
    @Schema(description = "has left the organization") boolean left) {}
