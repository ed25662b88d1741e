package org.almoner.crash;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Names statements by their text, and a commit by all that was done in its transaction. */
class TappedDataSource extends DelegatingDataSource {
    private final Fuse fuse;

    TappedDataSource(DataSource dataSource, Fuse fuse) {
        super(dataSource);
        this.fuse = fuse;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return Taps.tapped(Connection.class, super.getConnection(), new Transaction());
    }

    private final class Transaction implements Taps.Tap {
        private String done = "";

        @Override
        public @Nullable Object called(Method method, @Nullable Object[] arguments, Fuse.Call<@Nullable Object> call)
                throws Throwable {
            switch (method.getName()) {
                case "prepareStatement":
                    return statement((String) arguments[0], (PreparedStatement) call.run());
                case "setSavepoint":
                    done += " savepoint";
                    return fuse.around("setSavepoint", call);
                case "rollback":
                    return fuse.around(arguments.length == 0 ? "rollback" : "rollback to savepoint", call);
                case "commit":
                    return fuse.around("commit" + done, call);
                default:
                    return call.run();
            }
        }

        private PreparedStatement statement(String sql, PreparedStatement target) {
            return Taps.tapped(PreparedStatement.class, target, (method, arguments, call) -> {
                if (!method.getName().startsWith("execute")) {
                    return call.run();
                }
                done += " " + sql;
                return fuse.around(method.getName() + " " + sql, call);
            });
        }
    }
}
