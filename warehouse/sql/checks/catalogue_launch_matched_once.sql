-- A launch of a catalogue is the match of one launch at most.
-- Why: where two facts tell of it, one of them was told as two, and says so.
-- Table: core.bridge_launch_catalogues
-- Severity: error, blocking
with
matches as (
    select * from core.bridge_launch_catalogues
    where is_match
)

select
    catalogue_id,
    count(*) as launches,
from matches
group by catalogue_id
having count(*) > 1
