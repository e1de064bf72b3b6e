-- Keys of the cryptographic service, each sealed under the root key, which is not in the database.
create sequence platform.crypto_key_id as int;

create table platform.crypto_key (
    id         int primary key,
    purpose    text not null,
    root       text not null, -- fingerprint of the root key
    sealed     bytea not null,
    created_at timestamptz not null
);
