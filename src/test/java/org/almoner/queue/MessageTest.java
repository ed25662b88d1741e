package org.almoner.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class MessageTest {

    @Test
    void readsUtf8() {
        var message = new Message("अमित €".getBytes(UTF_8));

        assertThat(message.text()).isEqualTo("अमित €");
    }

    @Test
    void keepsAReplacementCharacterThatItsProducerMeant() {
        var message = new Message("so \ufffd it is".getBytes(UTF_8));

        assertThat(message.text()).isEqualTo("so \ufffd it is");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        var message = new Message(new byte[] {'{', (byte) 0xc3, '}'});

        assertThatExceptionOfType(InvalidMessage.class)
                .isThrownBy(message::text)
                .withMessage("is not UTF-8 text");
    }
}
