-- Orders paid in the vendor's web app whose form was never filled, and campaigns that fill one.

-- the form that a campaign fills; null: it buys its own domains
alter table campaign add column form_uuid varchar(100);
-- the same while the campaign lives or is onboarded, else null: a form is filled by one campaign
alter table campaign add column live_form varchar(100) unique;
-- its text is that of another campaign: what it says of domains counts only if the form has the same
alter table campaign add column as_recipe boolean not null default false;

-- what we know of a form beside the vendor's list of them
create table pending_form (
    uuid         varchar(100) primary key,
    organization varchar(100) not null,
    -- of its order, as its details say; mailbox_type null: not known, or of more than one
    order_id     varchar(100),
    mailbox_type varchar(10),
    monthly      numeric(12, 2),
    tag          varchar(100),
    -- somebody was asked what to do with it
    asked        boolean not null,
    -- who said to leave it alone
    ignored_by   varchar(100),
    ignored_at   timestamp with time zone,
    comment      varchar(4000)
);

-- a look at the pending forms, by hand or by itself
create table form_look (
    id         varchar(100) primary key,
    -- a name or an id; null: the configured one
    workspace  varchar(200),
    -- looks again by itself, at due_at
    repeats    boolean      not null,
    -- of one by hand: null until it has looked
    due_at     timestamp with time zone,
    problem    varchar(4000),
    started_by varchar(100) not null,
    started_at timestamp with time zone not null
);

-- campaign files without domains, kept by name
create table recipe (
    name     varchar(64) primary key,
    text     text        not null,
    saved_by varchar(100) not null,
    saved_at timestamp with time zone not null
);
