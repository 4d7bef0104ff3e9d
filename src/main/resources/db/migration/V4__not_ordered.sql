-- addresses the vendor lists for the domain that nobody ordered, comma-separated; never handed over
alter table campaign_domain add column not_ordered varchar(4000);
