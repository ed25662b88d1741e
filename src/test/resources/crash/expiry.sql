-- What every expiry message was to be, whether it came or not: written in the unit of work that caused it.
create table witness (transaction_id text not null, due_at timestamptz not null, tick timestamptz not null);

create function testify() returns trigger language plpgsql as $$
begin
    insert into witness
    select convert_from(new.body, 'UTF8')::jsonb -> 'event' ->> 'transactionId', new.due_at, tick
    from expiry_run order by started_at desc limit 1;
    return null;
end $$;

create trigger testify after insert on outbox for each row execute function testify();
