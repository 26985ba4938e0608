# Plans of continuing education and of a career.

## What no activity settles. $what: the words of the rule. $credential: its title.

plan-aside-not-by-courses = { $what } ({ $credential }): this is not met by taking courses.
plan-aside-too-late = { $what } ({ $credential }): the days in which it could be earned have gone by. Ask the board what to do.

## What is proven of a plan. Parts of sentences.

plan-claim-fewest-needs = no plan leaves fewer hours without a known offering
plan-claim-cheapest = no plan is cheaper, and none as cheap has fewer hours
plan-claim-earliest = no plan as good is done by { $day }
plan-claim-contradiction = these demands contradict each other

## What is demanded of a plan. Parts of sentences.

plan-demand-budget-of = a budget of { $budget }
plan-demand-budget = the budget
plan-demand-hours-per-week-of = { $hours } a week
plan-demand-hours-per-week = the hours a week
# $what: the words of the rule.
plan-demand-hours-of = { $hours } of { $what } for { $credential } by { $by }
plan-demand = { $what } for { $credential } by { $by }
plan-demand-cap = at most { $most } of { $what } count for { $credential }

## What would make a plan possible.

plan-way-budget = { $more } more: { $total } in all is the least that does.
plan-way-hours-per-week = { $more } a week more: { $total } a week is the least that does.
plan-way-file-late = Later: an application for { $credential } is taken until { $by }, at its late fee, and by then everything fits.
plan-way-both = Both more money and more hours a week: { $budget } does when the hours a week are not limited.

## What an activity must be like for which no offering is known.

plan-need-any = continuing education for technicians
# $what: the words of the rule.
plan-need-live = { $what }, live
plan-need-home = { $what }, home study

## The way to a goal.

plan-route-there = You are there already.
plan-route-arrival = There by { $day }, for { $cost } and { $hours } of your time.
plan-route-proven = No plan does better: proven.
plan-route-not-proven = Whether a better plan exists is not proven yet.
plan-route-bound-arrival = No plan arrives before { $day }.
plan-route-bound-cost = No plan costs less than { $cost }.
plan-route-bound-hours = No plan takes less than { $hours }.
plan-route-bound-late-start = No plan begins later than { $day }.
plan-route-bound-smooth = No plan has a fullest week of less than { $hours }.
plan-route-assumed-share = { $cost } and { $hours } of it are assumed.

## A step of it.

plan-route-hours-a-week = { $hours } a week
plan-route-can-wait =
    { $weeks ->
        [one] can wait a week
       *[other] can wait { $weeks } weeks
    }
plan-route-critical = the arrival hangs on it
# $what: the condition in the words of its source. $of: whose condition it is.
plan-route-for-condition = for the { $of }: { $what }
# $step: the step that needs it.
plan-route-for-step = needed before: { $step }
plan-route-for-aim = for your goal: { $name }
plan-route-due = due in any case
plan-route-as-good = These would do as well: { $names }.
plan-route-by = by { $day }
plan-route-from = from { $day }

## An exam and its authorization.

plan-route-authorized = may be sat until { $day }
plan-route-late = may be sat only until { $day }: ask for more days, or apply later

## What keeps a step from beginning earlier.

plan-route-held-start = It can begin today.
plan-route-held-steps = It waits for: { $steps }.
plan-route-held-hours = The week before is full with: { $steps }.
plan-route-held-date = A date keeps it from beginning earlier.
plan-route-held-nothing = It could begin earlier, which would gain nothing.

## What would be without a step.

plan-route-without-due = It is due in any case.
plan-route-without-no-way = Without it no way leads to your goal.
plan-route-without-not-within = Without it there is no way within your wishes.
plan-route-without-same = Without it there is another way that is as early, for { $cost }.
plan-route-without-later =
    { $weeks ->
        [one] Without it you would arrive a week later, on { $day }, for { $cost }.
       *[other] Without it you would arrive { $weeks } weeks later, on { $day }, for { $cost }.
    }
plan-route-without-not-known = What would be without it was not settled in time.

## What a plan supposes.

plan-route-supposes-school = You finished high school or have a GED.
plan-route-supposes-age = You are { $years } or older.
plan-route-supposes-good = Your { $name } is good, though your record does not say until when.
plan-route-supposes-meets = You meet this: { $what }
plan-route-supposes-licence = You hold the licence of the state where you would work. Say which state it is.
plan-route-supposes-allows = Your state lets technicians do this: { $duty }. Say which state it is.
plan-route-supposes-work-week = You work { $hours } a week in your job.

## An assumption. $what: what is assumed. $why: why as much.

plan-route-assumed-amounts = { $what }: { $amounts }.
plan-route-assumed-why = No source tells it; assumed because: { $why }.
plan-route-assumed-change = Change it with the key { $key }.
plan-route-weeks =
    { $weeks ->
        [one] 1 week
       *[other] { $weeks } weeks
    }

## Why there is no plan: what cannot all be met together.

plan-route-asked-aim = You reach the goal: { $name }.
plan-route-asked-by = You reach it by { $day }: { $name }.
plan-route-asked-through = All is done by { $day }.
plan-route-asked-hours = A week has { $hours } for it.
plan-route-asked-budget = It costs { $cost } at most.
plan-route-asked-held-off = What you hold off: { $step }.
plan-route-asked-until = Only until { $day }: { $step }.
plan-route-asked-from = Only from { $day }: { $step }.
plan-route-asked-due = Due meanwhile: { $step }.
plan-route-asked-order = { $step }: only after { $after }.

## What would do. $day: when the goal would be reached.

plan-route-way-hours = { $more } more in every week; you would be there by { $day }.
plan-route-way-later =
    { $weeks ->
        [one] Every date a week later; you would be there by { $day }.
       *[other] Every date { $weeks } weeks later; you would be there by { $day }.
    }
plan-route-way-budget = A budget of { $cost }; you would be there by { $day }.
plan-route-way-nothing-held-off = Nothing held off; you would be there by { $day }.
plan-route-way-without-aim = Without the goal { $name }; you would reach the rest by { $day }.

## A goal that no steps reach.

plan-route-blocked = { $name }: no steps that Rung knows lead there.
plan-route-blocked-because = { $what } ({ $of }): { $why }
plan-route-circle = These ask for each other in a circle: { $names }

## How two plans differ.

plan-route-same = The two plans are the same.
plan-route-earlier =
    { $weeks ->
        [one] You arrive a week earlier: on { $day }.
       *[other] You arrive { $weeks } weeks earlier: on { $day }.
    }
plan-route-later =
    { $weeks ->
        [one] You arrive a week later: on { $day }.
       *[other] You arrive { $weeks } weeks later: on { $day }.
    }
plan-route-dearer = It costs { $more } more: { $cost }.
plan-route-cheaper = It costs { $less } less: { $cost }.
plan-route-longer = It takes { $more } more of your time.
plan-route-shorter = It takes { $less } less of your time.
plan-route-new = New: { $step }
plan-route-gone = No longer: { $step }
plan-route-moved = { $step }: now { $begins } to { $ends }, before { $first } to { $last }

## What the catalogue has changed since a plan was agreed.

plan-route-changed-cost = { $step }: now { $now }, { $then } when you agreed.
plan-route-changed-effort = { $step }: takes other hours or weeks than when you agreed.
plan-route-changed-until = { $step }: possible until { $day } now.
plan-route-changed-open = { $step }: no last day any more.
plan-route-changed-gone = { $step }: no longer asked, or done.
plan-route-changed-asks = { $step }: something else is asked before it now.

## What stops a plan.

plan-route-no-goal = No goal was given.
plan-route-past = { $day } is before { $on }: choose a later day.
plan-route-too-far = { $day } is too far: plans look as far as { $last }.
plan-route-too-large = This takes more steps than can be planned at once ({ $steps }): give fewer goals.
plan-route-no-time = No week has any hours for it: give at least half an hour.
plan-route-not-in-catalogue = The catalogue does not have { $goal }.
plan-route-no-such-goal = "{ $text }" is no role, credential, setting or action of the catalogue.
plan-route-did-you-mean = Did you mean { $names }?
plan-route-no-step = The plan has no step { $step }.
plan-route-no-more-attempts = { $step }: no more attempts are allowed.
plan-route-no-way-left = What happened leaves no way within your wishes.
plan-route-not-known = Nothing was found in time.
plan-route-not-readable = The plan that was kept cannot be read: { $what }
plan-route-goal-reached = Goal: { $name }
plan-route-earn-hour = a role that pays { $usd } an hour or more
plan-route-earn-year = a role that pays { $usd } a year or more
