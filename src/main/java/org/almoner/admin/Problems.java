package org.almoner.admin;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What went wrong with a request, in the words of its contract. */
@RestControllerAdvice(assignableTypes = EventReceivers.class)
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler({HttpMessageNotReadableException.class, MethodArgumentTypeMismatchException.class})
    ProblemDetail badRequest() {
        return problem(
                HttpStatus.BAD_REQUEST,
                "Bad request",
                "command is START or STOP; deploymentVersion and version are STAGING or PROD, or not given");
    }

    @ExceptionHandler
    ProblemDetail refused(ErrorResponseException refusal) {
        return refusal.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND)
                ? problem(HttpStatus.NOT_FOUND, "Not found", "no process has been heard of for a minute")
                : problem(
                        HttpStatus.UNAUTHORIZED,
                        "Unauthorized",
                        "the header x-api-key does not hold a key that is known");
    }

    @ExceptionHandler
    ProblemDetail failed(RuntimeException failure) {
        LOG.error("a request failed", failure);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "Internal Server Error", "the log says why");
    }

    private static ProblemDetail problem(HttpStatus status, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return problem;
    }
}
