-- The same text for SQLite and PostgreSQL: only text and whole numbers, no order by text but of days.
-- Times are text, `2026-11-27T18:50:50Z`; days are text, `2026-11-27`; bodies are the JSON of a part of the record.

create table meta (
  key text not null primary key,
  value text not null
);

create table person (
  id bigint not null primary key,
  created text not null,
  -- Counts the batches of changes; never goes back, not even when a backup is restored.
  version bigint not null
);

create table entry (
  person bigint not null references person (id),
  kind text not null,
  id text not null,
  position bigint not null,
  -- The batch that wrote it last.
  version bigint not null,
  day text,
  body text not null,
  primary key (person, kind, id)
);
create index entry_by_position on entry (person, kind, position);
create index entry_by_day on entry (person, kind, day, position);

create table history (
  person bigint not null references person (id),
  version bigint not null,
  at text not null,
  actor text not null,
  title text not null,
  undoes bigint,
  primary key (person, version)
);

create table history_entry (
  person bigint not null,
  version bigint not null,
  kind text not null,
  id text not null,
  before_position bigint,
  before_body text,
  after_position bigint,
  after_body text,
  primary key (person, version, kind, id),
  foreign key (person, version) references history (person, version)
);
create index history_of_entry on history_entry (person, kind, id, version);

create table document (
  person bigint not null references person (id),
  sha256 text not null,
  media_type text not null,
  size bigint not null,
  added text not null,
  primary key (person, sha256)
);

create table calendar_link (
  person bigint not null references person (id),
  id text not null,
  name text not null,
  secret_sha256 text not null unique,
  created text not null,
  revoked text,
  primary key (person, id)
);
