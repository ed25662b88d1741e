package org.almoner.batch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.SkipListener;
import org.springframework.batch.item.file.FlatFileParseException;

/** One line for each line of a file that was left out. */
class NamesWrongLines implements SkipListener<Object, Object> {

    private static final Logger LOG = LoggerFactory.getLogger(NamesWrongLines.class);

    @Override
    public void onSkipInRead(Throwable thrown) {
        if (thrown instanceof FlatFileParseException wrong) {
            var cause = wrong.getCause();
            LOG.error("line={} left out: {}", wrong.getLineNumber(), cause == null ? "unreadable" : cause.getMessage());
        }
    }
}
