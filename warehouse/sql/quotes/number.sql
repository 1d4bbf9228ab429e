-- Numbers the claims that have no number yet: the same claim of the same version bears the same number in every home.

update claims
set claim_key = md5_number_lower(concat(claim_id, content_hash))
where claim_key is null;
