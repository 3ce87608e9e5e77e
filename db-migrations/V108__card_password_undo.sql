-- Which state of the settings a customer looked at, and what the latest change can be undone to.
alter table card_password
    add column settings_version int not null default 0 comment 'one more with every change',
    add column former varchar(160) null comment 'the change that undoes the latest one; null: nothing to undo';
