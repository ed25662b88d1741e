package org.almoner.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets nobody command who does not know a key. Without a key in the settings, that is everybody. */
@Component
class ApiKeys implements HandlerInterceptor {

    static final String HEADER = "x-api-key";

    /** The request attribute with the name of the key that was given. */
    static final String GIVEN = "almoner.admin.key";

    private final AdminSettings settings;

    ApiKeys(AdminSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var given = Objects.requireNonNullElse(request.getHeader(HEADER), "");
        var name = settings.nameOf(given).orElseThrow(() -> new ErrorResponseException(HttpStatus.UNAUTHORIZED));
        request.setAttribute(GIVEN, name);
        return true;
    }
}
