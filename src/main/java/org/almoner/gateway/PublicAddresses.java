package org.almoner.gateway;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The addresses of the internet: none of ours, of our machines themselves, of a cloud's metadata, or of nobody. */
final class PublicAddresses {

    private static final List<Block> INTERNET = blocks("0.0.0.0/0", "2000::/3");

    /** IANA's special-purpose registries; the last address of version 4 is Azure's, where its machines ask for secrets. */
    private static final List<Block> SPECIAL = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "168.63.129.16/32",
            "2001::/23",
            "2001:db8::/32",
            "2620:4f:8000::/48",
            "3fff::/20");

    /** Blocks of version 6 with an address of version 4 in them, and where it begins. */
    private static final Block MAPPED = block("0:0:0:0:0:ffff::/96", 12);

    private static final List<Block> WRAPPING = List.of(MAPPED, block("64:ff9b::/96", 12), block("2002::/16", 2));

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        return WRAPPING.stream()
                .filter(block -> block.contains(bytes))
                .findFirst()
                .map(block -> isPublic(Arrays.copyOfRange(bytes, block.wrappedAt, block.wrappedAt + 4)))
                .orElseGet(() -> isPublic(bytes));
    }

    private static boolean isPublic(byte[] address) {
        return INTERNET.stream().anyMatch(block -> block.contains(address))
                && SPECIAL.stream().noneMatch(block -> block.contains(address));
    }

    private static List<Block> blocks(String... blocks) {
        return Stream.of(blocks).map(block -> block(block, 0)).toList();
    }

    private static Block block(String block, int wrappedAt) {
        int slash = block.indexOf('/');
        return new Block(bytes(block.substring(0, slash)), Integer.parseInt(block.substring(slash + 1)), wrappedAt);
    }

    /** Java gives a mapped address as one of version 4; written so, nothing else is to be had of it. */
    private static byte[] bytes(String literal) {
        if (literal.startsWith("0:0:0:0:0:ffff")) {
            byte[] mapped = new byte[16];
            mapped[10] = (byte) 0xff;
            mapped[11] = (byte) 0xff;
            return mapped;
        }
        try {
            return InetAddress.getByName(literal).getAddress(); // a literal is looked up nowhere
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal + " is no address", e);
        }
    }

    private static final class Block {
        private final byte[] start;
        private final int bits;
        private final int wrappedAt;

        Block(byte[] start, int bits, int wrappedAt) {
            this.start = start;
            this.bits = bits;
            this.wrappedAt = wrappedAt;
        }

        boolean contains(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            int whole = bits / 8;
            int rest = 0xff00 >> (bits % 8) & 0xff;
            return Arrays.equals(address, 0, whole, start, 0, whole)
                    && (rest == 0 || (address[whole] & rest) == (start[whole] & rest));
        }
    }
}
