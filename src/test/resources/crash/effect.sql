-- What the messages of the crash tests leave. No unique constraint: what is done twice stands here twice.
create table effect (
    queue text not null,
    id    text not null,
    note  text not null,
    constraint effect_is_not_refused check (note <> 'refuse me')
);
