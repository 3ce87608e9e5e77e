-- When a code was last presented that did not count. It also makes a refusal write what an acceptance writes.
alter table token add column last_refused_at datetime(3) null after last_used_at;
