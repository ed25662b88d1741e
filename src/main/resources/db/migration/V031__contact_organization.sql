-- Employers that add to the gifts of their people are contacts, too, and are told of by their name alone.
create index contact_organization_name on contact (lower(organization_name)) where organization_name is not null;
comment on index contact_organization_name is 'the employer that matched a gift';
