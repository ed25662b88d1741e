package org.almoner.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumTest {

    private static final String HASH = "5f1c9a7d02e4b6c8aa31d5e7f90b2c64";
    private static final Instant MADE_AT = Instant.ofEpochSecond(1788350000);

    /** {@code printf %s 5f1c9a7d02e4b6c8aa31d5e7f90b2c64_990121_1788350000_168 | md5sum} */
    private static final String TEXT = "8e1e59c6de6fbb2f23aa6ff0542c41dc_1788350000_168";

    @Test
    void isMadeAsItsReadersExpect() {
        assertThat(Checksum.make(990121, HASH, MADE_AT, "168").text()).isEqualTo(TEXT);
    }

    @Test
    void provesOneContactOnly() {
        var checksum = Checksum.parse(TEXT).orElseThrow();

        assertThat(checksum.isOf(990121, HASH)).isTrue();
        assertThat(checksum.isOf(990122, HASH)).isFalse();
        assertThat(checksum.isOf(990121, HASH.replace('5', '6'))).isFalse();
        assertThat(Checksum.parse(TEXT.replace("_168", "_inf")).orElseThrow().isOf(990121, HASH))
                .isFalse();
    }

    @Test
    void expires() {
        var week = Checksum.make(1, HASH, MADE_AT, "168");

        assertThat(week.isExpired(MADE_AT.plusSeconds(168 * 3600))).isFalse();
        assertThat(week.isExpired(MADE_AT.plusSeconds(168 * 3600 + 1))).isTrue();
        assertThat(Checksum.make(1, HASH, MADE_AT, "inf").isExpired(MADE_AT.plusSeconds(1L << 40)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dead_1_168",
                "5f1c9a7d02e4b6c8aa31d5e7f90b2c64",
                "5f1c9a7d02e4b6c8aa31d5e7f90b2c64_1_-1",
                "5f1c9a7d02e4b6c8aa31d5e7f90b2c64_1_99999999999999999999",
                "5F1C9A7D02E4B6C8AA31D5E7F90B2C64_1_1"
            })
    void isNothingElse(String text) {
        assertThat(Checksum.parse(text)).isEmpty();
    }
}
