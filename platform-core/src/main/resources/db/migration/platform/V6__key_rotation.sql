-- Rotations of keys; one without an end is still renewing values.
create table platform.key_rotation (
    purpose     text not null,
    key         int primary key,
    started_at  timestamptz not null,
    finished_at timestamptz
);
