-- What a sign-in rests on: every change of role, branch, activity or credential raises the version, and a sign-in that
-- was under way meanwhile ends. The name at the bank's directory finds a member who signs in there; its hash is unique.
alter table staff_member
    add column version               int            not null default 1,
    add column directory_name_sealed varbinary(512) null,
    add column directory_name_hash   binary(32)     null,
    add unique key staff_member_directory_name (directory_name_hash);

-- A key that is not proven yet lives in the page that shows it and nowhere else.
alter table staff_credential drop column new_key_sealed;
