-- One row per launch and customer, and whether the customer is a foreign one. A body's membership counts on the days
-- of the launch; where these are not known, at any time.

with
    launches as (
        select * from stage.launch_values
    ),

    members as (
        select * from stage.fact_members
        where kind = 'launch' and column_name = 'customers'
    ),

    vehicles as (
        select * from core.dim_vehicles
    ),

    parties as (
        select * from core.dim_parties
    ),

    memberships as (
        select * from core.dim_party_memberships
    ),

    customers as (
        select
            launches.fact_id as launch_id,
            members.member as party_code,
            customer.sovereign_code as customer_state,
            provider.sovereign_code as provider_state,
            vehicles.country_code as provider_code,
            first_day(launches.date) as launch_from,
            final_day(launches.date) as launch_to,
        from launches
        inner join members using (fact_id)
        inner join parties as customer on members.member = customer.party_code
        left join vehicles using (vehicle_id)
        left join parties as provider on vehicles.country_code = provider.party_code
    ),

    own_bodies as (
        select distinct
            customers.launch_id,
            customers.party_code,
        from customers
        inner join memberships
            on
                customers.party_code = memberships.body_code
                and memberships.member_code in (customers.provider_code, customers.provider_state)
        where
            coalesce(memberships.valid_from <= customers.launch_to, true)
            and coalesce(memberships.valid_to >= customers.launch_from, true)
    )

select
    customers.launch_id,
    customers.party_code,
    case
        when customers.provider_state is null then null
        else customers.customer_state <> customers.provider_state and own_bodies.launch_id is null
    end as is_foreign,
from customers
left join own_bodies using (launch_id, party_code)
