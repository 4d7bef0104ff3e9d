-- one open request for a thing: its kind and what it is about, null once it has ended
alter table request add column open_for varchar(300) unique;

-- the vendor listed the order as cancelled after somebody had Mailwright cancel it
alter table campaign_order add column cancelled_at timestamp with time zone;

-- What became of a domain after it was handed over; rows are only added.
create table domain_change (
    request_id  varchar(100) primary key references request,
    campaign_id varchar(100) not null references campaign,
    slot        integer      not null,
    -- the name from then on
    domain      varchar(253) not null,
    -- which name stood there before, or null
    replaces    varchar(253),
    -- where it leads from then on, '' nowhere; null: that was not changed
    redirect    varchar(2000),
    changed_at  timestamp with time zone not null
);
create index domain_change_campaign on domain_change (campaign_id);
