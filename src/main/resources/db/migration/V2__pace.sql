-- When each limit's latest requests left or may leave, for the whole cluster and across restarts (docs/money.md).
create table pace (
    bucket varchar(100) primary key, -- the limit and a short hash of the API key
    sends text not null              -- milliseconds since 1970, comma-separated, oldest first
);
