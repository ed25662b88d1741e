package org.almoner.queue;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What a message may be at the most; past it, it is a dead letter and is not parsed to its end.
 *
 * @param length of the whole message
 * @param depth of nesting
 * @param text longest text in it
 * @param number longest number in it, in digits
 * @param tokens most names, values and brackets in it
 */
@ConfigurationProperties("almoner.message")
record MessageLimits(DataSize length, int depth, DataSize text, int number, int tokens) {

    MessageLimits {
        if (length.toBytes() <= 0 || depth <= 0 || text.toBytes() <= 0 || number <= 0 || tokens <= 0) {
            throw new IllegalArgumentException("length, depth, text, number and tokens must all be more than 0");
        }
    }
}
