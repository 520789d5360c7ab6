-- Finished cells of the statistics, and what they were made from.

create schema if not exists statistics;

-- The days that finished cells were told for; the newest is the one that holds.
create table statistics.release (
  as_of date not null,
  released_at timestamptz not null,
  primary key (as_of)
);

-- Finished cells: all that an analyst reads. One that is suppressed has no row.
create table statistics.cell (
  margin text not null,
  key text not null,
  count int not null,
  primary key (margin, key)
);

-- What was true of a cell when it was last decided on, and by how much it must change to be decided on again.
create table statistics.counted (
  margin text not null,
  key text not null,
  subjects int not null,
  entries int not null,
  step int not null,
  primary key (margin, key)
);
