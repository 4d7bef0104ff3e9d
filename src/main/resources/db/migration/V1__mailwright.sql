-- What is wanted and how far it is. These rows join the engine's transaction.
create table campaign (
    id           varchar(100) primary key,
    name         varchar(100) not null,
    -- workspace and name while the campaign lives or is onboarded, else null: one living campaign a name
    live_name    varchar(400) unique,
    organization varchar(100),
    text         text         not null,
    stage        varchar(30)  not null,
    plan_version integer      not null,
    problem      varchar(4000),
    -- nothing more is bought or submitted
    stopped      boolean      not null,
    created_by   varchar(100) not null,
    created_at   timestamp with time zone not null
);

create table plan (
    campaign_id varchar(100) not null references campaign,
    version     integer      not null,
    hash        varchar(64)  not null,
    body        text         not null,
    made_at     timestamp with time zone not null,
    primary key (campaign_id, version)
);

-- what the vendor's search said while this campaign looked for names
create table quote (
    campaign_id varchar(100) not null references campaign,
    domain      varchar(253) not null,
    available   boolean      not null,
    price       numeric(12, 2),
    renewal     numeric(12, 2),
    blacklisted boolean      not null,
    quoted_at   timestamp with time zone not null,
    primary key (campaign_id, domain)
);

create table campaign_order (
    campaign_id     varchar(100) not null references campaign,
    number          integer      not null,
    plan_version    integer      not null,
    provider        varchar(10)  not null,
    source          varchar(20)  not null,
    monthly         numeric(12, 2) not null,
    stage           varchar(30)  not null,
    -- form: bare names, then the form; direct: names and aliases with the order
    style           varchar(10)  not null,
    vendor_order_id varchar(100),
    form_uuid       varchar(100),
    tag             varchar(20),
    problem         varchar(4000),
    -- what the vendor charges a month, once it is known; above the plan a person is asked, once
    vendor_amount   numeric(12, 2),
    amount_asked    boolean      not null,
    primary key (campaign_id, number)
);

create table campaign_domain (
    campaign_id      varchar(100) not null references campaign,
    slot             integer      not null,
    order_number     integer      not null,
    domain           varchar(253) not null,
    provider         varchar(10)  not null,
    bought           boolean      not null,
    price            numeric(12, 2),
    -- planned, bought, registered, ordered, active, dropped
    state            varchar(20)  not null,
    vendor_domain_id varchar(100),
    expected         integer      not null,
    primary key (campaign_id, slot)
);

-- approved substitutes; a lost name stays here too, so that it is not tried again
create table alternate (
    campaign_id varchar(100) not null references campaign,
    domain      varchar(253) not null,
    rank        integer      not null,
    price       numeric(12, 2) not null,
    -- free, used, lost
    state       varchar(10)  not null,
    primary key (campaign_id, domain)
);

create table mailbox (
    campaign_id varchar(100) not null references campaign,
    email       varchar(330) not null,
    slot        integer      not null,
    position    integer      not null,
    first_name  varchar(200),
    last_name   varchar(200),
    local_part  varchar(64)  not null,
    domain      varchar(253) not null,
    provider    varchar(10)  not null,
    status      varchar(50),
    primary key (campaign_id, email)
);

-- The ledger: every spend, in transactions of its own; rows are only added.
create table approval (
    id           bigint generated always as identity primary key,
    campaign_id  varchar(100) not null,
    plan_version integer      not null,
    plan_hash    varchar(64)  not null,
    approved_by  varchar(100) not null,
    -- task or rule
    how          varchar(20)  not null,
    comment      varchar(4000),
    reference    varchar(4000),
    approved_at  timestamp with time zone not null,
    unique (campaign_id, plan_version, plan_hash)
);

create table attempt (
    id           bigint generated always as identity primary key,
    kind         varchar(30)  not null,
    organization varchar(100) not null,
    campaign_id  varchar(100) not null,
    order_number integer      not null,
    plan_version integer      not null,
    plan_hash    varchar(64)  not null,
    number       integer      not null,
    tag          varchar(20),
    -- all domain names the call speaks of, comma-separated
    names        text         not null,
    request_hash varchar(64)  not null,
    amount       numeric(12, 2) not null,
    budget_month varchar(7)   not null,
    claimed_at   timestamp with time zone not null,
    claimed_by   varchar(200) not null,
    -- claimed, sent, confirmed, refused, not-sent, unknown, voided
    state        varchar(20)  not null,
    reply        varchar(4000),
    vendor_id    varchar(100),
    settled_by   varchar(100),
    settled_how  varchar(400),
    settled_at   timestamp with time zone,
    looked_at    timestamp with time zone,
    vendor_shows varchar(4000),
    needs_person boolean      not null
);
create index attempt_state on attempt (organization, state);
create index attempt_campaign on attempt (campaign_id, order_number);

-- one thing that may be paid for or sent once; attempt_id is the one attempt that is not over without effect
create table spend (
    id           bigint generated always as identity primary key,
    kind         varchar(30)  not null,
    organization varchar(100) not null,
    spend_key    varchar(253) not null,
    attempt_id   bigint references attempt,
    unique (kind, organization, spend_key)
);

create index spend_attempt on spend (attempt_id);

create table attempt_spend (
    attempt_id  bigint not null references attempt,
    spend_id    bigint not null references spend,
    -- open, confirmed, lost, nothing
    outcome     varchar(20) not null,
    absent_seen timestamp with time zone,
    primary key (attempt_id, spend_id)
);
create index attempt_spend_spend on attempt_spend (spend_id);

-- scope: campaign:<id> or month:<organization>:<yyyy-mm>
create table budget (
    scope    varchar(200) primary key,
    cap      numeric(12, 2),
    reserved numeric(12, 2) not null,
    spent    numeric(12, 2) not null
);

create table spending (
    organization    varchar(100) primary key,
    unknowns        integer not null,
    last_unknown_at timestamp with time zone
);

-- What was last read of the vendor's lists, and the answer that is not believed yet.
create table reading (
    organization varchar(100) not null,
    list         varchar(20)  not null,
    body         text         not null,
    read_at      timestamp with time zone not null,
    doubted_at   timestamp with time zone,
    primary key (organization, list)
);

-- one row an organization, kept; running: one instance of watch.bpmn reads for it
create table watch (
    organization varchar(100) primary key,
    running      boolean not null,
    -- counts who came to wait; seen: as of the last look
    generation   bigint  not null,
    seen         bigint  not null,
    last_failure varchar(4000)
);
