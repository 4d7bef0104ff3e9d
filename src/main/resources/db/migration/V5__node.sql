-- Which nodes there are, and when each could last write.
create table node (
    name    varchar(200) primary key,
    seen_at timestamp with time zone not null
);
