-- Who proposed it, where and until when, under the key as the content is. Null: written by a version that did not know it.
alter table approval add column made_hash binary(32) null comment 'keyed hash of id, maker, branch, time, subject and payload';
