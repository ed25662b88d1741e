-- One row for each gift that arrived, and for each correction of one: what the donor database is for. Nobody deletes them.
create sequence contribution_id;

create table contribution (
    id                                      bigint      not null default nextval('contribution_id') constraint contribution_pk primary key,
    contact_id                              bigint      not null constraint contribution_contact_fk references contact deferrable initially deferred,
    contribution_recur_id                   bigint      constraint contribution_recur_fk references contribution_recur deferrable initially deferred,
    parent_contribution_id                  bigint      constraint contribution_parent_fk references contribution deferrable initially deferred,
    contribution_tracking_id                bigint,
    gateway                                 text        not null,
    gateway_txn_id                          text,       -- null for what we added ourselves: adjustments and reversals
    trxn_id                                 text        not null, -- as people read it: RECURRING ADYEN Q7K2M9XW4TBN8R65
    order_id                                text,
    invoice_id                              text        collate "C", -- so that its index also finds what begins with one
    received_at                             timestamptz not null,
    currency                                text        not null, -- the reporting currency, USD
    gross                                   numeric     not null,
    fee                                     numeric     not null,
    net                                     numeric     not null,
    original_currency                       text        not null, -- as the donor gave it, for ever
    original_gross                          numeric     not null,
    original_fee                            numeric,
    original_net                            numeric,
    status                                  text        not null,
    financial_type                          text        not null,
    payment_instrument                      text        not null,
    cancelled_at                            timestamptz,
    cancel_reason                           text,
    refund_txn_id                           text,
    gateway_account                         text,
    gateway_status                          text,
    backend_processor                       text,
    backend_processor_txn_id                text,
    backend_processor_reversal_id           text,
    payment_orchestrator_reconciliation_id  text,
    payment_orchestrator_reversal_id        text,
    auth_id                                 text,
    capture_id                              text,
    no_thank_you                            text,
    check_number                            text,
    postmark_date                           date,
    note                                    text,
    fund                                    text,
    campaign                                text,
    appeal                                  text,
    channel                                 text,
    is_major_gift                           boolean     not null default false,
    manual_review                           text,
    banking_institution                     text,
    donor_advised_fund_name                 text,
    settled_at                              timestamptz,
    settlement_currency                     text,
    settlement_batch_reference              text,
    settlement_batch_reversal_reference     text,
    settled_donation_amount                 numeric,
    settled_fee_amount                      numeric,
    settled_reversal_amount                 numeric,
    settled_fee_reversal_amount             numeric,
    source_name                             text,
    source_type                             text,
    source_host                             text,
    source_run_id                           text,
    source_version                          text,
    source_enqueued_at                      timestamptz,
    constraint contribution_payment unique (gateway, gateway_txn_id),
    constraint contribution_trxn_id unique (trxn_id),
    constraint contribution_invoice_id unique (invoice_id),
    constraint contribution_status_is_known check (status in ('Completed', 'Pending', 'Cancelled', 'Failed', 'Refunded', 'Chargeback',
        'Reversal', 'Chargeback Reversal', 'Refund Reversal', 'Reversal Reversal'))
);

create index contribution_contact on contribution (contact_id, received_at);
comment on index contribution_contact is 'the gifts of a contact, the latest of them';

create index contribution_recurring_gift on contribution (contribution_recur_id, received_at) where contribution_recur_id is not null;
comment on index contribution_recurring_gift is 'whether a recurring gift was paid before';

create index contribution_backend_payment on contribution (backend_processor_txn_id, backend_processor) where backend_processor_txn_id is not null;
comment on index contribution_backend_payment is 'the gift that a refund names by the processor behind the gateway';

create index contribution_visit on contribution (contribution_tracking_id) where contribution_tracking_id is not null;
comment on index contribution_visit is 'the gift that a visit to a donation form led to';

create index contribution_parent on contribution (parent_contribution_id) where parent_contribution_id is not null;
comment on index contribution_parent is 'the corrections of a gift';
