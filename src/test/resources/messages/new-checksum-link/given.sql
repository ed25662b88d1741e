insert into contact (id, first_name, last_name, hash, created_at, updated_at) values (990121, 'Kim', 'Vos', '5f1c9a7d02e4b6c8aa31d5e7f90b2c64', now(), now());
insert into contact_email (contact_id, email, is_primary) values (990121, 'kim@example.org', true);
