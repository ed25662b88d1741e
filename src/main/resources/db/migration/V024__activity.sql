-- What happened with a contact, in words that staff read: one row for each thing that happened. Nobody deletes them.
create table activity (
    id                    bigint      generated always as identity constraint activity_pk primary key,
    contact_id            bigint      not null constraint activity_contact_fk references contact deferrable initially deferred,
    contribution_id       bigint      constraint activity_contribution_fk references contribution deferrable initially deferred,
    contribution_recur_id bigint      constraint activity_contribution_recur_fk references contribution_recur deferrable initially deferred,
    type                  text        not null,
    subject               text        not null,
    details               text,
    happened_at           timestamptz not null
);

create index activity_contact on activity (contact_id, happened_at);
comment on index activity_contact is 'what happened with a contact, the latest of it';

create index activity_contribution on activity (contribution_id) where contribution_id is not null;
comment on index activity_contribution is 'whether a refund has been noted already';
