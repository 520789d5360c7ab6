-- How far a replica is behind (engines/replicas.ts). The row says when the primary wrote it, by its own clock, and in which of its lives: a replica of one that was
-- replaced has none of the new one. "$public" reads it on the replica, because what the public asks is all that is read there.

grant select, insert, update on control.beat to "$presence";
grant select on control.beat to "$public";
grant select on control.beat to "$backup";
