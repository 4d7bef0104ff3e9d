-- What the console's charts are made of.

-- when all its mailboxes were handed over; null before, and for orders that were before this column
alter table campaign_order add column onboarded_at timestamp with time zone;

create index campaign_order_onboarded on campaign_order (onboarded_at);
create index campaign_order_stage on campaign_order (stage);
create index campaign_domain_state on campaign_domain (state, campaign_id, order_number);
create index attempt_event_charged on attempt_event (happened_at, charged, attempt_id);

-- What the vendor calls its workspaces, as last read.
create table workspace (
    id   varchar(100) primary key,
    name varchar(200) not null
);
