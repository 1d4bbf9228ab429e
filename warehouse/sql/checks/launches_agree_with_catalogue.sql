-- Of five judged launches or more, four in five agree with the catalogue in everything.
-- Why: fewer are the sign of a rule that went wrong, not of single stories.
-- Table: metrics.launch_judgements
-- Severity: warn
with
judgements as (
    select * from metrics.launch_judgements
    where verdict <> 'not_judged'
)

select
    count(*) as judged,
    count_if(verdict = 'agrees') as agreeing,
from judgements
having count(*) >= 5 and count_if(verdict = 'agrees') < 0.8 * count(*)
