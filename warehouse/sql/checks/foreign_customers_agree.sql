-- A launch has a foreign customer where one of its customers is foreign.
-- Why: a customer is foreign if its sovereign is not the provider's and it is no body that the provider's state belongs
-- to; the rule is worked out again here, without regard to dates of membership.
-- Table: core.fact_launches
-- Severity: error
with
launches as (
    select * from core.fact_launches
),

customers as (
    select * from core.bridge_launch_customers
),

parties as (
    select * from core.dim_parties
),

memberships as (
    select * from core.dim_party_memberships
),

judged as (
    select
        launches.launch_id,
        customers.party_code,
        launches.provider_country_code,
        customers.is_foreign,
        customer.sovereign_code <> provider.sovereign_code as has_other_sovereign,
        exists (
            select 1 from memberships
            where
                memberships.body_code = customers.party_code
                and memberships.member_code in (launches.provider_country_code, provider.sovereign_code)
        ) as is_own_body,
        bool_or(customers.is_foreign) over (partition by launches.launch_id) as has_foreign,
        launches.is_foreign_customer,
    from launches
    inner join customers on launches.launch_id = customers.launch_id
    inner join parties as customer on customers.party_code = customer.party_code
    inner join parties as provider on launches.provider_country_code = provider.party_code
)

select
    launch_id,
    party_code,
    provider_country_code,
    is_foreign,
    is_foreign_customer,
from judged
where
    (is_foreign and not has_other_sovereign)
    or (not is_foreign and has_other_sovereign and not is_own_body)
    or is_foreign_customer is distinct from has_foreign
