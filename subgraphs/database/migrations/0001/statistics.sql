-- Finished cells of the statistics, and the counts that they were decided from.

create schema if not exists statistics;

-- Days for which cells were released. The newest one is in force.
create table statistics.release (
  as_of date not null,
  released_at timestamptz not null,
  primary key (as_of)
);

-- Finished cells: all that an analyst reads. A suppressed cell has no row.
create table statistics.cell (
  margin text not null,
  key text not null,
  count int not null,
  primary key (margin, key)
);

-- True counts of a cell when it was last decided, and by how much they must change before it is decided again.
create table statistics.counted (
  margin text not null,
  key text not null,
  subjects int not null,
  entries int not null,
  step int not null,
  primary key (margin, key)
);
