-- Why a part of a designer's process waits, as it last said; gone when it goes on.
create table part_wait (
    place      varchar(400) primary key,
    -- the process instance, or its business key
    process    varchar(255) not null,
    activity   varchar(255) not null,
    reason     varchar(4000) not null,
    since      timestamp with time zone not null,
    checked_at timestamp with time zone not null,
    -- when it looks again; null: as a failed step is tried again
    next_at    timestamp with time zone
);
