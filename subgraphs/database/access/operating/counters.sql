-- Counters only grow, and what was noted stays until it is over: whoever takes a process over that counts can refuse more, and allow nothing that was spent.

-- The count of a rate within its window. The window is the counter's, by the clock of its machine, which may differ from the database's by half a minute (/readyz): so long
-- before its end it may begin anew. Else a caller whose counter is ahead would never get a new window.
create function control.rate_grows() returns trigger language plpgsql set search_path = pg_catalog as $$ begin
  if old.expire > extract(epoch from clock_timestamp()) * 1000 + 30000 then
    new.points := greatest(old.points, new.points);
    new.expire := greatest(old.expire, new.expire);
  end if;
  return new;
end $$;
create trigger grows before update on control.rate for each row execute function control.rate_grows();

create function control.uses_grow() returns trigger language plpgsql set search_path = pg_catalog as $$ begin
  raise exception using errcode = 'insufficient_privilege', message = 'Uses of an authorization are not taken back.';
end $$;
create trigger uses_grow before update of uses on control.authorization_grant for each row when (new.uses < old.uses) execute function control.uses_grow();

create function ledger.quota_grows() returns trigger language plpgsql set search_path = pg_catalog as $$ begin
  raise exception using errcode = 'insufficient_privilege', message = 'What was counted on a day is not taken back.';
end $$;
create trigger grows before update of used on ledger.quota for each row when (new.used < old.used) execute function ledger.quota_grows();
