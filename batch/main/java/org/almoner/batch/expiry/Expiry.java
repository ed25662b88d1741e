package org.almoner.batch.expiry;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.almoner.queue.FollowUps;
import org.almoner.queue.FollowUps.Due;
import org.almoner.queue.Spread;
import org.almoner.transaction.Expired;
import org.almoner.transaction.Transaction;
import org.almoner.transaction.TransactionMessage;
import org.almoner.transaction.TransactionSettings;
import org.almoner.transaction.Transactions;
import org.springframework.stereotype.Component;

/** Has the payments of a page expire: events, views and messages, in one unit of work with the run's record. */
@Component
class Expiry {

    private final Transactions transactions;
    private final TransactionSettings terms;
    private final FollowUps followUps;
    private final ExpirySettings settings;
    private final Clock clock;

    Expiry(
            Transactions transactions,
            TransactionSettings terms,
            FollowUps followUps,
            ExpirySettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.terms = terms;
        this.followUps = followUps;
        this.settings = settings;
        this.clock = clock;
    }

    Judgement expire(List<? extends Candidate> page, ExpiryRun run) {
        var ids = page.stream().map(Candidate::transactionId).toList();
        var histories = transactions.histories(ids);
        var judgement = new Judgement(clock.instant(), terms.receiptTimeout());
        page.forEach(candidate -> judgement.judge(candidate, histories.get(candidate.transactionId())));
        expire(judgement.expired(), page.get(0).number(), run);
        return judgement;
    }

    /** By place in the run: the slots of those of a page that do not expire stay empty. */
    private void expire(List<Transaction> transactionsOfPage, long before, ExpiryRun run) {
        var spread = new Spread(run.spread());
        List<Expired> expired = new ArrayList<>();
        List<Due> messages = new ArrayList<>();
        for (var transaction : transactionsOfPage) {
            long slot = before + expired.size() + 1;
            var dueAt = run.startedAt().plus(spread.after(slot, run.found()));
            expired.add(new Expired(transaction, dueAt));
            messages.add(new Due(TransactionMessage.of(transaction.newest()), dueAt));
        }
        transactions.expire(expired);
        followUps.send(settings.queue(), messages);
    }
}
