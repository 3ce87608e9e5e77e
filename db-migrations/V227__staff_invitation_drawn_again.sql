-- The ticket whose invitation was drawn already: until the member uses that one, its holder may replace it by another.
-- A ticket that was drawn before this column came left its row when it was drawn.
alter table staff_credential
    add column drawn_ticket bigint null comment 'approval whose invitation stands in invitation_hash, or was used' after ticket_until;
