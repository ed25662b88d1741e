package org.almoner.wire;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.almoner.queue.InvalidMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;

class RequiredTest {

    @ParameterizedTest
    @NullAndEmptySource
    void takesEmptyTextForAbsent(@Nullable String text) {
        assertThatThrownBy(() -> Required.text("gateway", text))
                .isInstanceOf(InvalidMessage.class)
                .hasMessage("gateway is missing");
    }

    @Test
    void takesIdsAboveZeroOnly() {
        Required.id("id", 1L);

        assertThatThrownBy(() -> Required.id("id", null)).hasMessage("id is missing");
        assertThatThrownBy(() -> Required.id("id", 0L)).hasMessage("id is missing");
        assertThatThrownBy(() -> Required.id("id", -1L)).hasMessage("id is negative");
    }
}
