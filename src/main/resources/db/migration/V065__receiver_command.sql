-- What operators commanded, one row for each command, kept for good as the record of who stopped what. The newest one that is
-- meant for a deployment version, or for all, is what its processes are to do; without any, they work.
create table receiver_command (
    number             bigint      generated always as identity constraint receiver_command_pk primary key,
    command            text        not null,
    deployment_version text,
    given_with         text        not null, -- which of the two keys, never the key
    given_at           timestamptz not null,
    constraint receiver_command_is_known check (command in ('START', 'STOP')),
    constraint receiver_command_version_is_known check (deployment_version in ('STAGING', 'PROD'))
);

-- What each process says of itself every second: one row for each, deleted by itself when it ends, or by the others after it has
-- been silent for a minute.
create table receiver_instance (
    instance_id        text        constraint receiver_instance_pk primary key,
    deployment_version text        not null,
    receivers          text        not null, -- JSON: name and status of each
    beat_at            timestamptz not null
);
