package org.almoner.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a message that may be anything, what can be read is read. */
class DeadMessageTest {

    private static final String ID = "e68308b5215f4757b242d6aaa010c235";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'event':{'transactionId':'" + ID + "'},'tracingInfo':{'traceparent':null}}",
                "{'transactionId':'" + ID + "'}",
                "{'eventCode':'A','transactionId':'" + ID + "','eventCode':'A'}", // version 1
            })
    void namesItsPayment(String json) {
        assertThat(read(json).transactionId()).contains(ID);
    }

    @Test
    void namesItsCategory() {
        assertThat(read("{'event':{},'category':'REFUND_MANUAL_CHECK_REQUIRED'}")
                        .category())
                .contains("REFUND_MANUAL_CHECK_REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not JSON",
                "[]",
                "7",
                "null",
                "{'event':null}",
                "{'event':7,'category':7}",
                "{'event':{'transactionId':'too short'},'category':'somebody wrote to ada@example.org'}",
                "{'event':{'transactionId':['" + ID + "']},'category':['A']}",
                "{'event':{'transactionId':'" + ID + "'}", // cut off
                "1e99999999999"
            })
    void isArchivedWithoutWhatItDoesNotName(String json) {
        assertThat(read(json)).isEqualTo(new DeadMessage(Optional.empty(), Optional.empty()));
    }

    @Test
    void mayBeNoTextAtAll() {
        assertThat(DeadMessage.read(new byte[] {(byte) 0xff, 0, '{'}).transactionId())
                .isEmpty();
        assertThat(read("{'a':".repeat(100_000)).transactionId()).isEmpty();
        assertThat(read("{'a':" + "9".repeat(100_000) + "}").transactionId()).isEmpty();
    }

    private static DeadMessage read(String json) {
        return DeadMessage.read(json.replace('\'', '"').getBytes(UTF_8));
    }
}
