-- Several providers: who holds the message, from whom it is said to come, and whether a copy of unknown fate lies with
-- the very provider that is asked again. Texts are found by an index of their own, which the erased ones leave.
alter table sms_message
    add column sender     varchar(20) null after masked_number,
    add column provider   varchar(40) null after claimed_until,
    add column in_doubt   boolean     not null default false after provider,
    add column text_until datetime(3) generated always as (if(body is null, null, not_after)) stored,
    add key sms_message_text (text_until),
    add key sms_message_reference (provider, provider_reference);
