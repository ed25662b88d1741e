package org.almoner.listener;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * Lets a request through to its route without anything that came from outside: no header can be taken for one of Camel's, and
 * nobody reads, decodes or parses the body before it is kept. The listener itself gets the request as it came.
 */
final class BareRequests implements Filter {

    private static final String WHOLE = BareRequests.class.getName();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setAttribute(WHOLE, request);
        chain.doFilter(new BareRequest((HttpServletRequest) request), response);
    }

    static HttpServletRequest whole(HttpServletRequest bare) {
        return (HttpServletRequest) bare.getAttribute(WHOLE);
    }
}
