-- Emergency access that a new activation, switching off or another owner of the card had ended before its day: the row
-- stayed open, and its customer would have been told of the end once more on that day. The last one may be running; those
-- before it are over in any case.
update emergency_access e
join card_password p on p.card_id = e.card_id and p.kind = e.kind
left join emergency_access younger on younger.card_id = e.card_id and younger.kind = e.kind and younger.id > e.id
set e.ended_at = utc_timestamp(3)
where e.ended_at is null and (p.emergency_until is null or younger.id is not null);
