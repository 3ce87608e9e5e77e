-- Who approved a new member, or a reset, draws the invitation: once, and within its time. Until then only this ticket stands.
-- Codes after a right password are counted before they are looked at; who has too many wrong ones in a row is told, and in
-- the end the authenticator is taken away.
alter table staff_credential
    add column ticket         bigint      null comment 'number of the approval',
    add column ticket_holder  bigint      null comment 'the administrator who draws the invitation',
    add column ticket_until   datetime(3) null,
    add column code_failures  int         not null default 0 comment 'in a row, after a right password',
    add column code_failed_at datetime(3) null,
    add column code_told      boolean     not null default false comment 'the trail knows of this row of failures',
    add column code_warning   int         not null default 0 comment 'failures of which the member has not read yet',
    add unique key staff_credential_ticket (ticket);
