-- What people decided at tasks, but for approvals, which are rows of their own. Rows are only added.
create table decision (
    id           bigint generated always as identity primary key,
    task_key     varchar(100) not null,
    business_key varchar(300) not null,
    -- the id of the campaign or request that it is about, or null
    about        varchar(100),
    decision     varchar(100),
    comment      varchar(4000),
    reference    varchar(4000),
    decided_by   varchar(100) not null,
    decided_at   timestamp with time zone not null
);
create index decision_about on decision (about);
