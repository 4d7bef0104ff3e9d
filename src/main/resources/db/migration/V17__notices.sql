-- What is to be told by webhook or mail: written in the transaction of what it tells, sent later until it is taken.
create table notice (
    event_id     varchar(64)  not null,
    -- webhook, mail
    channel      varchar(10)  not null,
    type         varchar(30)  not null,
    -- JSON, as it is sent
    body         text         not null,
    -- the task it is about, or null; a reminder of a task that is gone is not sent
    task_id      varchar(64),
    created_at   timestamp with time zone not null,
    -- when it is tried next; moved on before each try, so that of several nodes one tries
    next_at      timestamp with time zone not null,
    tries        integer      not null,
    failure      varchar(1000),
    sent_at      timestamp with time zone,
    -- tried for days, and not any more
    given_up_at  timestamp with time zone,
    primary key (event_id, channel)
);
create index notice_next on notice (channel, next_at);
create index notice_created on notice (created_at);

-- A stage as the transaction that changed it saw it. Read in their order, and each campaign by one node at a time, they
-- are what is told.
create table stage_note (
    id          bigint generated always as identity primary key,
    campaign_id varchar(100) not null,
    stage       varchar(30)  not null,
    -- the campaign's own stage, else that of its least advanced order
    own         boolean      not null,
    at          timestamp with time zone not null
);

-- The stage that was told last.
create table stage_told (
    campaign_id varchar(100) primary key,
    stage       varchar(30)  not null
);
insert into stage_told (campaign_id, stage) select id, stage from campaign;

-- half of the time that people have
alter table open_task add column remind_at timestamp with time zone;
create index open_task_remind on open_task (remind_at);
