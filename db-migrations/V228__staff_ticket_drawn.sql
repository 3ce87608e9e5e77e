-- A ticket that was drawn leaves its three columns, as it always did: a node of an older version that reads them must not
-- give a second invitation for it. What its holder needs to replace an unused one stands here.
alter table staff_credential
    add column drawn_holder bigint null comment 'staff_member.id of who drew' after drawn_ticket,
    add column drawn_until datetime(3) null comment 'UTC; until then the unused one may be replaced' after drawn_holder,
    add column drawn_hash binary(32) null comment 'invitation_hash that this ticket brought last' after drawn_until;
