package org.almoner.queue;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.almoner.queue.Failure.Kind;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.ClusterRedirectException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells the kinds of failure apart, and says what happened without repeating what the message holds. */
class Diagnosis {

    /**
     * Classes and codes of SQL states that say something of PostgreSQL, not of a message: connection (08), rollback after a
     * deadlock or conflict (40), resources (53), operator (57), system (58), locks (55P03), time-outs of the session (25P),
     * a standby that took over too early (25006).
     */
    private static final Set<String> STATES_OF_THE_SERVER =
            Set.of("08", "40", "53", "57", "58", "55P03", "25P", "25006");

    /** The transaction was already aborted: says nothing of the message either. */
    private static final String ABORTED = "25P02";

    private Diagnosis() {}

    static Kind kind(Throwable thrown) {
        if (causes(thrown).anyMatch(Diagnosis::isInfrastructure)) {
            return Kind.INFRASTRUCTURE;
        }
        if (find(thrown, NotYet.class).isPresent()) {
            return Kind.NOT_YET;
        }
        boolean invalid = causes(thrown).anyMatch(c -> c instanceof InvalidMessage || c instanceof JacksonException);
        return invalid || isRefusedData(thrown) ? Kind.INVALID : Kind.BUG;
    }

    static boolean isDuplicate(Throwable thrown) {
        return find(thrown, DuplicateMessage.class).isPresent();
    }

    static String reason(Throwable thrown) {
        Optional<String> ours = causes(thrown)
                .filter(c -> c instanceof InvalidMessage || c instanceof NotYet)
                .map(Throwable::getMessage)
                .findFirst();
        return ours.map(said -> at(thrown) + said)
                .or(() -> innermostOfJson(thrown).map(inner -> ofJson(at(thrown), inner)))
                .or(() -> find(thrown, SQLException.class).map(Diagnosis::ofSql))
                .orElseGet(() -> ofBug(root(thrown)));
    }

    private static boolean isInfrastructure(Throwable thrown) {
        if (thrown instanceof SQLException sql && sql.getSQLState() != null) {
            String state = sql.getSQLState();
            return !state.equals(ABORTED) && STATES_OF_THE_SERVER.stream().anyMatch(state::startsWith);
        }
        return thrown instanceof OutOfMemoryError
                || thrown instanceof SQLTransientConnectionException
                || thrown instanceof DataAccessResourceFailureException
                || thrown instanceof CannotCreateTransactionException
                || thrown instanceof RedisConnectionFailureException
                || thrown instanceof RedisSystemException
                || thrown instanceof ClusterRedirectException
                || thrown instanceof QueryTimeoutException;
    }

    /** Data exceptions (22) and integrity constraints (23) are the message's, unlike a missing table (42). */
    private static boolean isRefusedData(Throwable thrown) {
        return find(thrown, SQLException.class)
                .map(SQLException::getSQLState)
                .filter(state -> state != null && (state.startsWith("22") || state.startsWith("23")))
                .isPresent();
    }

    private static String ofJson(String place, JacksonException thrown) {
        if (thrown instanceof StreamConstraintsException) {
            return place + "is over a limit: " + thrown.getOriginalMessage();
        }
        if (thrown instanceof MismatchedInputException mismatch) {
            if (mismatch.getOriginalMessage().startsWith("Trailing token")) {
                return "is not JSON: something follows its end";
            }
            Class<?> wanted = mismatch.getTargetType();
            return place + "has the wrong type" + (wanted == null ? "" : ", expected " + wanted.getSimpleName());
        }
        var where = thrown.getLocation();
        return "is not JSON"
                + (where == null
                        ? ""
                        : ": wrong at byte or character " + Math.max(where.getByteOffset(), where.getCharOffset()))
                + (thrown instanceof JsonParseException parse
                                && parse.getOriginalMessage().startsWith("Duplicate field")
                        ? ", a key stands there twice"
                        : "");
    }

    /** The path of the field, never its value. */
    private static String at(Throwable thrown) {
        return find(thrown, JsonMappingException.class)
                .map(mapping -> mapping.getPath().stream()
                        .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                        .collect(Collectors.joining(".")))
                .filter(path -> !path.isEmpty())
                .map(path -> path + " ")
                .orElse("");
    }

    private static String ofSql(SQLException thrown) {
        var said = find(thrown, PSQLException.class) // of a batch, it is the cause
                .map(PSQLException::getServerErrorMessage)
                .orElse(null);
        String constraint = said == null || said.getConstraint() == null ? "" : ", constraint " + said.getConstraint();
        return "PostgreSQL refused it: SQL state " + thrown.getSQLState() + constraint;
    }

    /** What the innermost cause says, for failures that no message had a part in. */
    static String rootText(Throwable thrown) {
        Throwable root = root(thrown);
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    private static String ofBug(Throwable root) {
        StackTraceElement[] frames = root.getStackTrace();
        String where = Stream.of(frames)
                .filter(frame -> frame.getClassName().startsWith("org.almoner"))
                .findFirst()
                .or(() -> Stream.of(frames).findFirst())
                .map(frame -> " at " + frame)
                .orElse("");
        return root.getClass().getSimpleName() + where;
    }

    /** A limit, for one, is wrapped once for each record and field around it. */
    private static Optional<JacksonException> innermostOfJson(Throwable thrown) {
        return causes(thrown)
                .filter(JacksonException.class::isInstance)
                .map(JacksonException.class::cast)
                .reduce((outer, inner) -> inner);
    }

    private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
        return causes(thrown).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Throwable root(Throwable thrown) {
        return causes(thrown).reduce((outer, inner) -> inner).orElse(thrown);
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, t -> t != null, Throwable::getCause).limit(20);
    }
}
