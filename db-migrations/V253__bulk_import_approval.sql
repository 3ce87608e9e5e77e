-- Which proposal an import belongs to, so that its maker can take it back where the import is listed.
alter table bulk_import add column approval_id bigint null;
