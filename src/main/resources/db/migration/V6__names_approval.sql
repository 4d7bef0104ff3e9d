-- who looked at an order's names and aliases before they were sent (approve forms: true); rows are only added
create table names_approval (
    id           bigint generated always as identity primary key,
    campaign_id  varchar(100) not null,
    plan_version integer      not null,
    plan_hash    varchar(64)  not null,
    order_number integer      not null,
    -- of the names in the order's slots; aliases, redirects and photos of a slot are in the plan's hash
    names_hash   varchar(64)  not null,
    approved_by  varchar(100) not null,
    comment      varchar(4000),
    reference    varchar(4000),
    approved_at  timestamp with time zone not null,
    unique (campaign_id, plan_version, plan_hash, order_number, names_hash)
);
