-- A campaign with a schedule is carried out by runs: campaigns of their own, with the file's text as it was when they began.
alter table campaign add column parent_id varchar(100) references campaign;
-- 1, 2 …
alter table campaign add column run integer;
create unique index campaign_run on campaign (parent_id, run);

create table schedule (
    campaign_id varchar(100) primary key references campaign,
    -- firings up to then have been answered by a run or are missed
    answered_to timestamp with time zone not null,
    paused      boolean      not null,
    -- since when a person wants a run besides, or null
    asked_at    timestamp with time zone,
    missed      integer      not null
);
