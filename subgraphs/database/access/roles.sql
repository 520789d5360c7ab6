-- Roles: one for each kind of caller and one for each kind of write. None owns a table. The login role inherits from none and may switch to each
-- reader and writer.
-- PostgreSQL keeps roles for the whole server, not for one database. "$party" stands for credit_<database>_party, and so on: two installations on one
-- server have their own roles and passwords.

create role "$login" login noinherit;

-- One for each kind of caller.
create role "$public" nologin noinherit;
create role "$subject" nologin noinherit;
create role "$party" nologin noinherit;
create role "$department" nologin noinherit;
create role "$provider" nologin noinherit;
create role "$collector" nologin noinherit;
create role "$operator" nologin noinherit;
create role "$analyst" nologin noinherit;
create role "$authority" nologin noinherit;

-- Roles that commands write under.
create role "$control" nologin noinherit;
create role "$intake" nologin noinherit;
create role "$collect" nologin noinherit;
create role "$designate" nologin noinherit;
-- Objections, what is verified for them, evidence, and what a subject states beside a record (Articles 35 to 41).
create role "$rights" nologin noinherit;
create role "$ledger" nologin noinherit;
create role "$report" nologin noinherit;

-- Runs what happens by time alone: display periods that end, clocks that run out.
create role "$due" nologin noinherit;

-- Ends the display of what rests on a revoked document (Article 38).
create role "$amend" nologin noinherit;

-- Releases statistics: it calls the census and writes cells, and reads no row about a subject.
create role "$statistics" nologin noinherit;

-- Adds ledger entries to the tree. In an entry it can only add a missing commitment.
create role "$sequencer" nologin noinherit;

-- Delivers webhooks: it reads addresses and the last number of each feed, and writes deliveries.
create role "$webhooks" nologin noinherit;

-- Counts requests for the rate limit, and remembers which proofs of possession (DPoP) were used.
create role "$admission" nologin noinherit;

-- Reads what an operator watches: it calls one function that returns numbers, and reads no table.
create role "$metrics" nologin noinherit;

-- Writes which processes have the database open, and which keys they know.
create role "$presence" nologin noinherit;

-- Moves what an old key sealed to a new one: it reads and replaces sealed columns with the ids of their keys, and sees no other column but the row's id.
create role "$reseal" nologin noinherit;

-- Replays the journal of what ended over a database that was restored, and keeps the gaps of the ledger.
create role "$recovery" nologin noinherit;

-- Owners of functions that read more than their callers may. Only the owner of the schemas is a member of them, because it creates the functions.
-- "$notifier" writes notices of corrections; "$census" counts; "$joiner" joins subjects that turn out to be one; "$redactor" makes texts anew;
-- "$meter" counts what an operator watches.
create role "$notifier" nologin noinherit;
create role "$census" nologin noinherit;
create role "$joiner" nologin noinherit;
create role "$redactor" nologin noinherit;
create role "$meter" nologin noinherit;

-- Reads every table for a backup, past row level security by policies of its own (operating/backup.sql), and writes nothing. Who may use it is the operator's to
-- say: a login that the operator makes is a member of it, and no role of this database is.
create role "$backup" nologin noinherit;

grant
  "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$analyst", "$authority", "$control",
    "$intake", "$collect", "$designate", "$rights", "$ledger", "$report", "$due", "$amend", "$statistics", "$sequencer", "$webhooks", "$admission",
    "$metrics", "$presence", "$reseal", "$recovery"
  to "$login";
grant "$notifier", "$census", "$joiner", "$redactor", "$meter" to current_user;
