-- What the vendor suggested when a campaign's own names ran out; a row says that the page was asked for.
create table suggested_page (
    id          bigint generated always as identity primary key,
    campaign_id varchar(100) not null references campaign,
    keyword     varchar(63)  not null,
    -- comma-separated, as asked for
    tlds        text         not null,
    page        integer      not null,
    -- comma-separated, in the vendor's order
    names       text         not null,
    last_page   boolean      not null
);
create index suggested_page_campaign on suggested_page (campaign_id);
