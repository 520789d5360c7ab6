-- Statistics have a number for the privacy that they give: every release costs a part of a year's ε (Articles 17 and 23). What was told before was made
-- without one and is told no longer. `truncate`, because row policies bind the owner of the tables too.
drop table statistics.counted;
truncate statistics.cell, statistics.release;

-- `error`: how far the true figure may be from the told one.
alter table statistics.cell add column error int not null;

-- What a release cost, in thousandths of ε. A quarter has one release, which costs at most 1: so a year costs at most 4, whatever a server is told to do.
alter table statistics.release add column epsilon_thousandths int not null;
alter table statistics.release add constraint release_costs check (epsilon_thousandths between 1 and 1000);
create unique index release_of_quarter on statistics.release (extract(year from as_of), extract(quarter from as_of));

-- The census tells entries alone. A function whose columns differ cannot be replaced: the old one goes, and access/ makes the new one.
do $$ begin
  if pg_get_function_result(to_regprocedure('statistics.census()')) like '%subjects%' then drop function statistics.census(); end if;
end $$;
