-- Roles: one a kind of caller and one a kind of write. None owns anything; the login role inherits from none and may become each of them.
--
-- Roles of PostgreSQL belong to the server, not to the database. "$party" stands for credit_<database>_party, and so on: two installations on one
-- server have roles of their own, and passwords.

create role "$login" login noinherit;

-- One a kind of caller.
create role "$public" nologin noinherit;
create role "$subject" nologin noinherit;
create role "$party" nologin noinherit;
create role "$department" nologin noinherit;
create role "$provider" nologin noinherit;
create role "$collector" nologin noinherit;
create role "$operator" nologin noinherit;
create role "$analyst" nologin noinherit;
create role "$authority" nologin noinherit;

-- What commands write under.
create role "$control" nologin noinherit;
create role "$intake" nologin noinherit;
create role "$collect" nologin noinherit;
create role "$designate" nologin noinherit;
create role "$ledger" nologin noinherit;
create role "$report" nologin noinherit;

-- Who moves on what time alone moves: display periods that ended, clocks that ran out.
create role "$due" nologin noinherit;

-- Who ends what rests on a document that has fallen (Article 38).
create role "$amend" nologin noinherit;

-- Who releases statistics: it calls the census and writes cells, and reads no row about a subject.
create role "$statistics" nologin noinherit;

-- Who turns entries of the ledger into leaves: it changes nothing in an entry but a commitment that is missing.
create role "$sequencer" nologin noinherit;

-- Who carries webhooks: it reads ends of feeds and addresses, and writes deliveries.
create role "$webhooks" nologin noinherit;

-- Who counts requests before they are let in, and remembers proofs that were sent.
create role "$admission" nologin noinherit;

-- Owners of functions that read more than their callers may. Nobody becomes one of them but the owner of the schemas, who makes the functions.
-- "$notifier" tells of corrections; "$census" counts.
create role "$notifier" nologin noinherit;
create role "$census" nologin noinherit;

grant
  "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$analyst", "$authority", "$control",
    "$intake", "$collect", "$designate", "$ledger", "$report", "$due", "$amend", "$statistics", "$sequencer", "$webhooks", "$admission"
  to "$login";
grant "$notifier", "$census" to current_user;
