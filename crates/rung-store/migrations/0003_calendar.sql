-- What calendars that subscribe were told last, so that a change is told as one. It is in no backup, and a restore leaves
-- it: what was told was told. Hence no reference to the person, whose row a restore replaces.
create table calendar_told (
  person bigint not null primary key,
  -- In which language they are told: `en`, `es`.
  language text not null,
  body text not null
);
