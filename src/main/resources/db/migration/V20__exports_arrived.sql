-- An export is noted before its answer leaves; whether the answer was taken whole is known only afterwards.
alter table export_note add column arrived boolean default true not null;
