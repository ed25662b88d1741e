insert into contact (id, first_name, last_name, opt_in, created_at, updated_at) values (1, 'P.', 'Jansen', false, now(), now());
insert into contact_email (contact_id, email, is_primary) values (1, 'p.jansen@example.org', true);
