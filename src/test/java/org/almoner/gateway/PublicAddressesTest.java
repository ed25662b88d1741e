package org.almoner.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "223.255.255.255",
                "54.239.28.85",
                "2600:1f18::1",
                "2a00:1450:4001::8a",
                "64:ff9b::101:101", // 1.1.1.1 behind NAT64
                "2002:101:101::1"
            })
    void containTheInternet(String address) throws Exception {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.100.100.200", // Alibaba's metadata
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16", // Azure's
                "169.254.169.254", // everybody else's
                "169.254.170.2",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192", // Oracle's
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.250",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd00:ec2::254", // Amazon's metadata
                "ff02::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "3fff::1",
                "5f00::1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::a00:1",
                "2002:7f00:1::1",
                "2002:a9fe:a9fe::1",
                "2002:c0a8:101::1"
            })
    void containNothingElse(String address) throws Exception {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void lookIntoAMappedAddress() throws Exception {
        assertThat(PublicAddresses.contain(mapped("7f000001"))).isFalse();
        assertThat(PublicAddresses.contain(mapped("a9fea9fe"))).isFalse();
        assertThat(PublicAddresses.contain(mapped("01010101"))).isTrue();
    }

    /** By the one way in which Java leaves it as it is. */
    private static InetAddress mapped(String address) throws Exception {
        return Inet6Address.getByAddress("x", HexFormat.of().parseHex("00000000000000000000ffff" + address), -1);
    }
}
