package org.almoner.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The message key of messages that are the same only when they say the same. */
public final class ContentKey {

    private static final ClassValue<List<Method>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .peek(accessor -> accessor.setAccessible(true)) // of a record that only its package knows
                    .toList();
        }
    };

    private ContentKey() {}

    /** A digest, because a key is kept longer than it is needed and must not tell who the donor is. */
    public static String of(Record message) {
        var content = new StringBuilder(512);
        append(content, message);
        return UUID.nameUUIDFromBytes(content.toString().getBytes(UTF_8)).toString();
    }

    /** Not by {@code toString()}, which shows nothing of what is personal. */
    private static void append(StringBuilder content, @Nullable Object value) {
        if (value instanceof Record part) {
            content.append('[');
            for (Method component : COMPONENTS.get(part.getClass())) {
                append(content, valueOf(component, part));
                content.append('\u001f'); // is part of no text that anybody types
            }
            content.append(']');
        } else {
            content.append(value);
        }
    }

    private static @Nullable Object valueOf(Method component, Record part) {
        try {
            return component.invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be called", e);
        }
    }
}
