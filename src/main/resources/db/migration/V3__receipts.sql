-- Receipts: what was sent, without secrets (docs/money.md); null when nothing was, or it was before this column.
alter table attempt add column request text;

-- The journal of the ledger: one row for each change of an attempt, in the order of their ids. Rows are only added.
create table attempt_event (
    id           bigint generated always as identity primary key,
    attempt_id   bigint       not null references attempt,
    happened_at  timestamp with time zone not null,
    node         varchar(200) not null,
    -- the new state, or: taken-back (it did happen after all), amount, looked, reply, identified
    what         varchar(20)  not null,
    from_state   varchar(20),
    to_state     varchar(20)  not null,
    -- dollars by which this changed what is reserved and what is spent
    reserved     numeric(12, 2) not null,
    charged      numeric(12, 2) not null,
    -- reading, reply or a user; null where nothing was decided
    decided_by   varchar(100),
    why          varchar(4000),
    reply        varchar(4000),
    vendor_id    varchar(100),
    needs_person boolean      not null
);
create index attempt_event_attempt on attempt_event (attempt_id);
