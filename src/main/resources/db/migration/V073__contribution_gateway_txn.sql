-- Lets a gift be found by what its gateway calls it, where nobody says which gateway that is; no rows of its own.
create index contribution_gateway_txn on contribution (gateway_txn_id) where gateway_txn_id is not null;
comment on index contribution_gateway_txn is 'the journey of a payment, by its id at its gateway';
