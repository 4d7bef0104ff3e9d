-- Who took which mailboxes out of here; rows are only added.
create table export_note (
    id          bigint generated always as identity primary key,
    -- as it was asked for: a campaign, its runs with it
    campaign_id varchar(100) not null references campaign,
    exported_by varchar(100) not null,
    exported_at timestamp with time zone not null,
    -- csv, instantly, smartlead, emailbison, json
    format      varchar(20)  not null,
    mailboxes   integer      not null,
    passwords   boolean      not null,
    -- of the addresses; another one now: the export is out of date
    hash        varchar(64)  not null
);
create index export_note_campaign on export_note (campaign_id, id);

-- Addresses that were handed over, and in which export last; they stay when the address is gone. Passwords are not kept.
create table exported_mailbox (
    -- the run it belongs to, where there are runs
    campaign_id varchar(100) not null references campaign,
    email       varchar(330) not null,
    domain      varchar(253) not null,
    export_id   bigint       not null references export_note,
    primary key (campaign_id, email)
);

-- pages of the fleet, and looking for a domain
create index campaign_newest on campaign (parent_id, created_at desc, id);
create index campaign_stage on campaign (stage);
create index campaign_organization on campaign (organization);
create index campaign_domain_name on campaign_domain (domain);
