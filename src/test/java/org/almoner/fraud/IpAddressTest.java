package org.almoner.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "198.51.100.23,      198.51.100.23",
        "0.0.0.0,            0.0.0.0",
        "255.255.255.255,    255.255.255.255",
        "2001:db8::42,       2001:db8:0:0:0:0:0:42",
        "2001:DB8::42,       2001:db8:0:0:0:0:0:42",
        "::1,                0:0:0:0:0:0:0:1",
        "::ffff:198.51.100.9, 198.51.100.9",
    })
    void isKept(String text, String address) {
        assertThat(IpAddress.literal(text)).isEqualTo(address);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "localhost",
                "example.org",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "01.2.3.4",
                "1.2.3.4.",
                "16909060",
                "1.2.3.4, 5.6.7.8",
                "::g",
                ":::",
                ":",
                "1:2",
                "fe80::1%eth0",
                "2001:db8::42/64",
                "' or 1=1",
                "dead.beef"
            })
    void isNotMadeUpFromOtherText(@Nullable String text) {
        assertThat(IpAddress.literal(text)).isNull();
    }
}
