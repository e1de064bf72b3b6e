-- Vectors by what they were made from: text that comes again is never embedded again, and an index that is lost is
-- built anew without the model. A cache: losing it costs time only.
create table rag.passage_vector (
    model       text not null,
    text_sha256 bytea not null check (length(text_sha256) = 32),
    -- 32-bit floats, little endian
    vector      bytea not null,
    primary key (model, text_sha256)
);
