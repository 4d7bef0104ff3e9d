-- What a person asks for outside a campaign's plan, and approves as it stands: a domain replaced, a redirect changed, an
-- order cancelled, a step of a designer's own process. Approvals and the ledger name it by id, version and hash.
create table request (
    id           varchar(100) primary key,
    -- replace-domain, change-redirect, cancel-order, part
    kind         varchar(30)  not null,
    organization varchar(100) not null,
    -- whose domain or order it is; null: no campaign of ours
    campaign_id  varchar(100) references campaign,
    -- a domain name, an order's id at the vendor, or the activity that asks
    subject      varchar(253) not null,
    version      integer      not null,
    -- of the body
    hash         varchar(64)  not null,
    -- JSON, as it was shown
    body         text         not null,
    stage        varchar(30)  not null,
    problem      varchar(4000),
    stopped      boolean      not null,
    requested_by varchar(100) not null,
    requested_at timestamp with time zone not null
);
create index request_campaign on request (campaign_id);
