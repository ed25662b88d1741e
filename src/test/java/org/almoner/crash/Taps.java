package org.almoner.crash;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Puts the fuse around each call from the machine to its stores, without the machine knowing. */
class Taps implements BeanPostProcessor {
    private final Fuse fuse;

    Taps(Fuse fuse) {
        this.fuse = fuse;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DataSource dataSource) {
            return new TappedDataSource(dataSource, fuse);
        }
        return bean instanceof RedisConnectionFactory redis ? new TappedRedis(fuse).connections(redis) : bean;
    }

    /** What is to happen in place of a call. */
    interface Tap {
        @Nullable
        Object called(Method method, @Nullable Object[] arguments, Fuse.Call<@Nullable Object> call) throws Throwable;
    }

    @SuppressWarnings("NullAway") // a proxy may return null, though its interface is not annotated so
    static <T> T tapped(Class<T> type, T target, Tap tap) {
        return type.cast(
                Proxy.newProxyInstance(Taps.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    @Nullable Object[] arguments = given == null ? new Object[0] : given;
                    return tap.called(method, arguments, () -> invoke(target, method, given));
                }));
    }

    private static @Nullable Object invoke(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
