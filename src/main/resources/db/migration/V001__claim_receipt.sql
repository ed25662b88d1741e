-- One row for each claim that was committed, written as the last statement of its unit of work: the primary key is the
-- fence, a claim that two workers hold can be committed by one of them only. Deleted by age, once nobody can still hold
-- the claim.
create table claim_receipt (
    claim_id     text        primary key,
    queue        text        not null,
    handled      integer     not null,
    duplicate    integer     not null,
    dead         integer     not null,
    committed_at timestamptz not null,
    constraint claim_receipt_counts_are_not_negative check (handled >= 0 and duplicate >= 0 and dead >= 0)
);

create index claim_receipt_committed_at on claim_receipt using brin (committed_at);
comment on index claim_receipt_committed_at is 'receipts that are old enough to be deleted; rows come in the order of time, so a few pages of index do';
