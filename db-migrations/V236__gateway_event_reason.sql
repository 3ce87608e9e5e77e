-- Why a member of staff did something to a token: one of a few words and the number of a ticket, nothing that could be
-- personal. What was typed before stays in note, for the history of its token alone; no new row has one.
alter table gateway_event
    add column reason varchar(24) character set ascii null after scopes,
    add column ticket varchar(24) character set ascii not null default '' after reason;
