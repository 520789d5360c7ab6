-- The authorizations of a party are counted without walking over those of others.
create index authorization_grant_party on control.authorization_grant (party, valid_until);
