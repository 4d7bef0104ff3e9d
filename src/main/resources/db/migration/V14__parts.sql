-- What a part of a designer's process sent, so that the same part never sends the same again.
create table part_call (
    spend_key    varchar(200) primary key,
    -- the question under which it was approved
    request_id   varchar(100) not null references request,
    -- tells apart what is ordered under one approval
    number       integer      not null,
    kind         varchar(30)  not null,
    content_hash varchar(64)  not null,
    -- dollars approved for it now
    amount       numeric(12, 2) not null,
    -- JSON; null until its outcome is known
    result       text,
    made_at      timestamp with time zone not null,
    unique (request_id, number)
);

-- What a long-running part has learnt so far; forgotten when it is done.
create table part_answer (
    place   varchar(400) not null,
    name    varchar(253) not null,
    body    text         not null,
    kept_at timestamp with time zone not null,
    primary key (place, name)
);
