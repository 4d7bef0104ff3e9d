-- What waits for a person. The engine's task listeners write a row in the transaction that opens the task, and take it
-- away in the one that ends it, however it ends.
create table open_task (
    -- the engine's
    id           varchar(64)  primary key,
    task_key     varchar(255) not null,
    question     varchar(255) not null,
    -- with commas between; empty: any
    decisions    varchar(1000) not null,
    groups       varchar(1000) not null,
    -- whose it is; null: of no campaign of ours
    campaign_id  varchar(100),
    business_key varchar(255),
    opened_at    timestamp with time zone not null,
    due_at       timestamp with time zone,
    reminded_at  timestamp with time zone,
    escalated_at timestamp with time zone
);
create index open_task_campaign on open_task (campaign_id);
create index open_task_due on open_task (due_at);
