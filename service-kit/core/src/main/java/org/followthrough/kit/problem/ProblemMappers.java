package org.followthrough.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.util.List;
import java.util.UUID;
import org.followthrough.kit.page.ErrorPages;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where an exception becomes an answer. */
class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  private static final int UNAVAILABLE = 503;

  // As many seconds as a database takes to restart.
  private static final String SOON = "5";

  private final ErrorPages pages;
  private final Outages outages;

  ProblemMappers(ErrorPages pages, Outages outages) {
    this.pages = pages;
    this.outages = outages;
  }

  @ServerExceptionMapper
  Response problem(ProblemException e, HttpHeaders headers) {
    return answer(e.problem(), headers);
  }

  @ServerExceptionMapper
  Response unauthorized(UnauthorizedException e, HttpHeaders headers) {
    return unauthorized(headers);
  }

  @ServerExceptionMapper
  Response authenticationFailed(AuthenticationFailedException e, HttpHeaders headers) {
    return unauthorized(headers);
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e, HttpHeaders headers) {
    return answer(
        Problem.of(403, "forbidden", "Forbidden", "this API key lacks the scope for that"),
        headers);
  }

  @ServerExceptionMapper(priority = 1)
  Response constraints(StreamConstraintsException e, HttpHeaders headers) {
    return answer(
        Problem.of(400, "malformed-json", "Malformed JSON", "nested too deep or a value too long"),
        headers);
  }

  @ServerExceptionMapper(priority = 2)
  Response mapping(JsonMappingException e, HttpHeaders headers) {
    if (e.getCause() instanceof ProblemException inner) {
      return answer(inner.problem(), headers);
    }
    return answer(Problem.invalidField(pointer(e.getPath()), expectation(e)), headers);
  }

  // More exact than Quarkus' own, which answers without a problem document.
  @ServerExceptionMapper
  Response mismatch(MismatchedInputException e, HttpHeaders headers) {
    return mapping(e, headers);
  }

  @ServerExceptionMapper(priority = 3)
  Response json(JsonProcessingException e, HttpHeaders headers) {
    var at = e.getLocation();
    String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return answer(
        Problem.of(400, "malformed-json", "Malformed JSON", "the body is no JSON" + where),
        headers);
  }

  // Jackson reads UTF-16 and UTF-32 too, and tells of broken ones in its own way.
  @ServerExceptionMapper
  Response encoding(CharConversionException e, HttpHeaders headers) {
    return answer(
        Problem.of(400, "malformed-json", "Malformed JSON", "the body is not well-formed UTF-8"),
        headers);
  }

  @ServerExceptionMapper
  Response violations(ConstraintViolationException e, HttpHeaders headers) {
    List<Problem.FieldError> errors =
        e.getConstraintViolations().stream().map(ProblemMappers::fieldError).toList();
    return answer(Problem.invalidFields(errors), headers);
  }

  @ServerExceptionMapper
  Response http(WebApplicationException e, HttpHeaders headers) {
    if (e.getCause() instanceof JsonMappingException inner) {
      return mapping(inner, headers);
    }
    if (e.getCause() instanceof JsonProcessingException inner) {
      return json(inner, headers);
    }
    int status = e.getResponse().getStatus();
    if (status < 400) {
      return e.getResponse();
    }
    return answer(Problem.ofStatus(status), headers);
  }

  @ServerExceptionMapper
  Response undecodable(IllegalArgumentException e, HttpHeaders headers) {
    return isUndecodableForm(e)
        ? answer(
            Problem.of(400, "malformed-form", "Malformed form", "the body is no form"), headers)
        : bug(e, headers);
  }

  // Quarkus has no exception of its own for a form with a broken percent escape.
  private static boolean isUndecodableForm(IllegalArgumentException e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length > 0
        && trace[0].getClassName().equals("org.jboss.resteasy.reactive.common.util.URLUtils");
  }

  // A pool that has no connection for long fails with a throwable that is no exception.
  @ServerExceptionMapper
  Response fault(Throwable e, HttpHeaders headers) {
    return outages.isBehind(e) ? unavailable(e, headers) : bug(e, headers);
  }

  private Response unavailable(Throwable e, HttpHeaders headers) {
    LOG.warnf("a request is to come again, its store was away: %s", e.getClass().getName());
    return answer(
        Problem.of(
            UNAVAILABLE,
            "unavailable",
            "Service unavailable",
            "nothing is wrong with the request; send it again in a few seconds"),
        headers);
  }

  private Response bug(Throwable e, HttpHeaders headers) {
    String reference = UUID.randomUUID().toString();
    LOG.errorf(e, "unexpected failure, reference %s", reference);
    return answer(
        Problem.of(500, "internal", "Internal error", "our fault; reference " + reference),
        headers);
  }

  private Response unauthorized(HttpHeaders headers) {
    Problem problem =
        Problem.of(401, "unauthorized", "Unauthorized", "send Authorization: Bearer <api key>");
    return Response.fromResponse(answer(problem, headers))
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }

  private Response answer(Problem problem, HttpHeaders headers) {
    Response answer = wantsPage(headers) ? pages.render(problem, headers) : document(problem);
    return problem.status() == UNAVAILABLE
        ? Response.fromResponse(answer).header(HttpHeaders.RETRY_AFTER, SOON).build()
        : answer;
  }

  private static Response document(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build();
  }

  // Headers that cannot be read are as good as none: they may be what the problem is about.
  private static boolean wantsPage(HttpHeaders headers) {
    try {
      List<MediaType> accepted = headers.getAcceptableMediaTypes();
      return !accepted.isEmpty()
          && accepted.get(0).isCompatible(MediaType.TEXT_HTML_TYPE)
          && !accepted.get(0).isWildcardType();
    } catch (IllegalArgumentException | WebApplicationException e) {
      return false;
    }
  }

  private static String expectation(JsonMappingException e) {
    if (e instanceof UnrecognizedPropertyException) {
      return "is not a known field";
    }
    if (e instanceof InvalidFormatException format && format.getTargetType() != null) {
      return "is not a valid " + format.getTargetType().getSimpleName();
    }
    return "has the wrong type or is missing";
  }

  /** RFC 6901 pointer of where Jackson stopped. */
  static String pointer(List<JsonMappingException.Reference> path) {
    var result = new StringBuilder();
    for (JsonMappingException.Reference step : path) {
      result.append('/');
      if (step.getFieldName() == null) {
        result.append(step.getIndex());
      } else {
        result.append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
      }
    }
    return result.isEmpty() ? "/" : result.toString();
  }

  private static Problem.FieldError fieldError(ConstraintViolation<?> violation) {
    var pointer = new StringBuilder();
    int depth = 0;
    for (Path.Node node : violation.getPropertyPath()) {
      // The first two nodes are the method and its parameter.
      if (depth++ < 2 && node.getKind() != jakarta.validation.ElementKind.PROPERTY) {
        continue;
      }
      pointer.append('/').append(node.getName());
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      }
    }
    return new Problem.FieldError(pointer.toString(), violation.getMessage());
  }
}
