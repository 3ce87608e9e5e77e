-- Who of the staff takes a case, and how it ends.
alter table fraud_case
    add column handled_by    varchar(64) null comment 'user name of the member of staff who holds it, or closed it',
    add column handled_since datetime(3) null,
    add column outcome       varchar(16) character set ascii null comment 'FRAUD, MISTAKE, MERCHANT_ERROR or UNRESOLVED',
    add column closed_at     datetime(3) null;
