-- Calls that were given up are counted every few seconds for whoever watches the server; those that were accepted are many more.
create index delivery_dead on ledger.delivery (unit) where state = 'DEAD';
