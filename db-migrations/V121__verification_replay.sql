-- What a replay against another profile needs, written with the answer. Rows from before have nothing here.
alter table verification
    add column bin            varchar(8)  character set ascii null comment 'prefix of the card number, of a known bank',
    add column code_source    varchar(12) character set ascii null comment 'what made the code: APP, APP_BOUND or a channel',
    add column code_age_ms    int         null comment 'since the code appeared, by our clock',
    add column phone_ahead_ms int         null comment 'how far the phone was taken to be ahead of our clock',
    add column life_seconds   smallint    null comment 'that counted for this code',
    add column period_seconds smallint    null comment 'of the time step; null where there is none',
    add column code_digits    tinyint     null;
