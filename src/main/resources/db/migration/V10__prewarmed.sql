-- a swap's key holds what a domain or redirect is to become, and who asks
alter table spend alter column spend_key set data type varchar(2500);
