package org.almoner.recurring;

import java.util.Locale;
import java.util.Optional;
import org.almoner.money.Money;
import org.almoner.queue.Ids;
import org.almoner.queue.InvalidMessage;
import org.almoner.queue.NotYet;
import org.almoner.queue.UnitOfWork;
import org.springframework.stereotype.Repository;

/** The recurring gifts: how they are found, and how they begin. */
@Repository
public class Subscriptions {

    private static final String FOUND =
            """
            select recur.id, recur.contact_id, recur.gateway, subscr_id, amount, currency, frequency_unit, cycle_day,
                status, next_scheduled_at, last_paid_at, coalesce(payment_instrument, (
                    select payment_instrument from contribution where contribution_recur_id = recur.id
                    order by received_at desc limit 1)) as payment_instrument
            from contribution_recur as recur
            """;

    private static final String BY_TOKEN = FOUND + "join payment_token on payment_token.id = payment_token_id "
            + "where payment_token.gateway = ? and token = ? ";

    private static final String THE_ONE_THAT_GOES_ON = "order by status = 'In Progress' desc, "
            + "status in ('Cancelled', 'Failed', 'Completed'), recur.id desc limit 1";

    private final UnitOfWork unit;
    private final Ids ids;

    Subscriptions(UnitOfWork unit, Ids ids) {
        this.unit = unit;
        this.ids = ids;
    }

    /** By the most certain of the names that a message knows. */
    Optional<Subscription> find(GiftReference gift) {
        if (gift.isRescue() && gift.rescueReference() != null) {
            return byRescueReference(gift.rescueReference());
        } else if (gift.contributionRecurId() != null) {
            return byId(gift.contributionRecurId());
        } else if (gift.subscrId() != null) {
            return bySubscrId(gift.gateway(), gift.subscrId());
        }
        return gift.recurringPaymentToken() == null
                ? Optional.empty()
                : byToken(gift.gateway(), gift.recurringPaymentToken());
    }

    /** The one that a message says something of, which it may do before we were told that it began. */
    Subscription named(GiftReference gift) {
        return find(gift)
                .orElseThrow(() -> gift.isUnknownForEver()
                        ? new InvalidMessage("the recurring gift that is meant does not exist")
                        : new NotYet("the recurring gift that is meant has not begun yet"));
    }

    public Optional<Subscription> byId(long id) {
        return find(FOUND + "where recur.id = ?", id);
    }

    /** A message may name another gateway than the signup did: {@code paypal_ec} for {@code paypal}. */
    public Optional<Subscription> bySubscrId(String gateway, String subscrId) {
        return find(
                FOUND + "where subscr_id in (?, ?) order by recur.gateway = ? desc, recur.id limit 1",
                subscrId,
                trxnId(gateway, subscrId),
                gateway);
    }

    public Optional<Subscription> byToken(String gateway, String token) {
        return find(BY_TOKEN + THE_ONE_THAT_GOES_ON, gateway, token);
    }

    public Optional<Subscription> byToken(String gateway, String token, Money amount) {
        return find(
                BY_TOKEN + "and amount = ? and currency = ? " + THE_ONE_THAT_GOES_ON,
                gateway,
                token,
                amount.amount(),
                amount.currency());
    }

    /** Of a payment that failed and that the gateway is trying to save. */
    public Optional<Subscription> byRescueReference(String reference) {
        return find(FOUND + "where rescue_reference = ? order by recur.id limit 1", reference);
    }

    /** The {@code subscr_id} of a recurring gift that its gateway has no name for. */
    public static String trxnId(String gateway, String gatewayTxnId) {
        return "RECURRING %s %s".formatted(gateway.toUpperCase(Locale.ROOT), gatewayTxnId);
    }

    /** @return the id of its row, which may still be unsent */
    public long start(NewSubscription gift) {
        long id = ids.next("contribution_recur_id");
        unit.write(
                """
                with told as (
                    select ?::bigint as id, ?::bigint as contact_id, ?::text as gateway, ?::text as subscr_id,
                        ?::numeric as amount, ?::text as currency, ?::text as frequency_unit, ?::int as cycle_day,
                        ?::timestamptz as created_at, ?::timestamptz as started_at, ?::timestamptz as next_scheduled_at,
                        ?::text as processor_id, ?::text as invoice_id, ?::text as payment_instrument,
                        ?::text as original_country, ?::text as token, ?::text as ip_address,
                        ?::text as processor_contact_id, ?::text as initial_scheme_transaction_id,
                        ?::text as payment_service_id),
                token as (
                    insert into payment_token as known (contact_id, gateway, token, ip_address, created_at)
                    select contact_id, gateway, token, ip_address, created_at from told where token is not null
                    on conflict (gateway, token) do update set token = known.token returning id)
                insert into contribution_recur (
                    id, contact_id, gateway, subscr_id, payment_token_id, processor_id, invoice_id, amount, currency,
                    frequency_unit, cycle_day, status, payment_instrument, started_at, created_at, next_scheduled_at,
                    processor_contact_id, initial_scheme_transaction_id, payment_service_id, original_country)
                select told.id, contact_id, gateway, subscr_id, token.id, processor_id, invoice_id, amount, currency,
                    frequency_unit, cycle_day, 'Pending', payment_instrument, started_at, created_at, next_scheduled_at,
                    processor_contact_id, initial_scheme_transaction_id, payment_service_id, original_country
                from told left join token on true
                """,
                id,
                gift.contactId(),
                gift.gateway(),
                gift.subscrId(),
                gift.amount().amount(),
                gift.amount().currency(),
                gift.unit().words(),
                gift.cycleDay(),
                gift.createdAt(),
                gift.startedAt(),
                gift.nextScheduledAt(),
                gift.processorId(),
                gift.invoiceId(),
                gift.paymentInstrument(),
                gift.originalCountry(),
                gift.mandate().recurringPaymentToken(),
                gift.mandate().userIp(),
                gift.mandate().processorContactId(),
                gift.mandate().initialSchemeTransactionId(),
                gift.mandate().paymentServiceId());
        return id;
    }

    public boolean hasEarlierContribution(long id) {
        return !unit.read("select 1 from contribution where contribution_recur_id = ? limit 1", (row, n) -> 1, id)
                .isEmpty();
    }

    private Optional<Subscription> find(String sql, Object... parameters) {
        return unit.read(sql, Subscription::of, parameters).stream().findFirst();
    }
}
