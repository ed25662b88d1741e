package org.almoner.listener;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Reads the bodies of requests as bytes, and never more of them than there is room for, whatever a request says of its length. */
@Component
class Bodies {

    private static final Set<MediaType> TYPES = Set.of(
            MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.TEXT_PLAIN); // SNS says plain

    private static final int PIECE = 8 * 1024;

    private final ListenerSettings settings;
    private final Semaphore room;

    Bodies(ListenerSettings settings) {
        this.settings = settings;
        this.room = new Semaphore(Math.toIntExact(settings.inHand().toBytes()));
    }

    /** A body, or the beginning of one that is too long. */
    record Body(byte[] bytes, boolean isWhole) {}

    /** Its room is given back when the body has been used. */
    Result with(HttpServletRequest request, Function<Body, Result> use) {
        var reading = new Reading();
        try {
            requireReadableType(request);
            return use.apply(reading.read(request));
        } catch (Refused refused) {
            return refused.result;
        } catch (IOException e) { // of the connection: slower than Tomcat waits, or broken off
            return Result.TOO_SLOW;
        } finally {
            room.release(reading.taken);
        }
    }

    /** Nothing is inflated: a kilobyte may hold a gigabyte. */
    private static void requireReadableType(HttpServletRequest request) throws Refused {
        var encoding = request.getHeader("content-encoding");
        if ((encoding != null && !encoding.equalsIgnoreCase("identity")) || !isKnown(request.getContentType())) {
            throw new Refused(Result.WRONG_TYPE);
        }
    }

    private static boolean isKnown(String type) {
        try {
            var given = MediaType.parseMediaType(type);
            return TYPES.stream().anyMatch(known -> known.equalsTypeAndSubtype(given));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** One body while it arrives. */
    private final class Reading {

        private final long deadline = System.nanoTime() + settings.patience().toNanos();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(PIECE);
        private int taken;

        Body read(HttpServletRequest request) throws IOException, Refused {
            int longest = Math.toIntExact(settings.longest().toBytes());
            int evidence = Math.toIntExact(settings.evidence().toBytes());
            boolean isTold = request.getContentLengthLong() > longest; // then its beginning is enough
            readUpTo(isTold ? evidence : longest + 1, request);
            return bytes.size() <= longest && !isTold
                    ? new Body(bytes.toByteArray(), true)
                    : new Body(Arrays.copyOf(bytes.toByteArray(), evidence), false);
        }

        private void readUpTo(int most, HttpServletRequest request) throws IOException, Refused {
            var stream = request.getInputStream();
            var piece = new byte[PIECE];
            for (int n = 0; n >= 0 && bytes.size() < most; ) {
                n = stream.read(piece, 0, Math.min(PIECE, most - bytes.size()));
                if (n > 0) {
                    take(n);
                    bytes.write(piece, 0, n);
                }
                if (System.nanoTime() > deadline) {
                    throw new Refused(Result.TOO_SLOW);
                }
            }
        }

        private void take(int n) throws Refused {
            if (!room.tryAcquire(n)) {
                throw new Refused(Result.BUSY);
            }
            taken += n;
        }
    }
}
