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
plan-route-assumed-why = { $why }.
plan-route-assumed-change =
    { $count ->
        [one] Change it with the key { $keys }.
       *[other] Change it with the keys { $keys }.
    }
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
plan-route-asked-authorized = Within { $days } days of its authorization: { $step }.
plan-route-asked-order = { $step }: only after { $after }.
plan-route-asked-orders = Each of these is needed, and they come in this order: { $steps }.

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

## The page of the way.

plan-title = Your way up
plan-lead = Say where you want to be, by when, and what you can give: the best way there is computed and proven, step by step.
plan-explore-first = Look around first
plan-want-title = What you want
plan-as-calendar = Calendar file
plan-as-json = JSON
plan-make = Plan the way
plan-chip-proven = Proven
plan-chip-not-proven = Not proven yet
plan-reached-already = reached already
plan-wanted-by = (wanted by { $day })
plan-nothing-fits = Nothing fits: what you want and what you allow cannot all be met together.
plan-not-together = These cannot all hold:
plan-none-spared = None of them can be spared.
plan-what-would-do = What would do
plan-not-in-time = Nothing was found in the time there is. Give fewer goals, or later dates.
plan-agree = Agree to this plan
plan-agree-instead = Agree to the new plan instead
plan-new-beside = A new plan, for what you want now
plan-how-it-differs = How it differs from the agreed one
plan-agreed = Agreed on { $day }
plan-what-moved = What moved since
plan-not-told = These were to be done by now, and are taken to be done. Tell if they are not:
plan-catalogue-changed = What the catalogue has changed since
plan-give-up = Give up the agreed plan
plan-supposed = What the plan supposes
plan-assumptions = What is assumed
plan-assumptions-about = No source tells these figures. Put in your own, and the plan is made anew.
plan-your-own-figure = Put in your own figure
plan-use-figure = Use it
plan-closed =
    { $count ->
        [one] { $count } way is closed: why
       *[other] { $count } ways are closed: why
    }

## The form.

plan-goals = Goals
plan-goal-roles = Roles
plan-goal-credentials = Credentials
plan-goal-settings = Settings
plan-choose-goal = Choose a role, a credential or a setting
plan-field-add = Add a goal
plan-field-by = By, if you have a date
plan-field-earn = Or earn at least ($)
plan-field-per = For
plan-per-hour = an hour
plan-per-year = a year
plan-want-give = What you can give
plan-want-matters = What matters
plan-field-hours = Hours a week
plan-hint-hours = What you can give it in a usual week
plan-field-budget = Budget in $
plan-hint-budget = In all; empty for no limit
plan-field-first = First
plan-field-second = Then
plan-wish-usual = as usual: early, then cheap
plan-wish-usual-then = as usual
plan-wish-arrival = arrive early
plan-wish-cost = spend little
plan-wish-hours = give few hours
plan-wish-late-start = begin late, and still be in time
plan-wish-smooth = keep the fullest week light
plan-more-wishes = More wishes: hold-offs, seasons, providers
plan-want-through = How far to look
plan-field-through = Not beyond this day
plan-hold-offs = Times to hold off
plan-hold-offs-about = Days on which no exam is to be, or nothing at all.
plan-hold-off = Hold-off
plan-field-hold-off = What
plan-hold-nothing = nothing (no hold-off)
plan-hold-exams = exams
plan-hold-everything = everything
plan-field-from = From
plan-field-to = To
plan-every-year = every year
plan-seasons = Seasons with other hours
plan-seasons-about = Days on which you can give more or less than usual.
plan-season = Season
plan-field-season = Hours a week then
plan-another-hold-off = Add another hold-off
plan-another-season = Add another season
plan-want-providers = Providers
plan-field-prefer = Providers to take
plan-field-avoid = Providers to do without
plan-hint-prefer = Names with commas between them
plan-fault-no-goal = Choose a goal.
plan-fault-many-goals = No more than { $most } goals can be planned for at once.
plan-fault-day = "{ $typed }" is not a day. Write it as 2027-03-01.
plan-fault-hours = "{ $typed }" is not a number of hours. Write 5 or 7.5.
plan-fault-dollars = "{ $typed }" is not an amount of dollars. Write 250 or 1,200.50.
plan-fault-stretch = Give the first and the last day, the first one first.
plan-fault-figure = That figure could not be read. Write hours as 7.5, weeks as 3, dollars as 250.
plan-fault-weeks = "{ $typed }" is not a number of weeks. Write 6.
plan-fault-changed-since = Something changed since this plan was shown. Look at it as it is now, and agree again.
plan-fault-not-agreed = No plan is agreed, so nothing can be told of its steps.
plan-fault-future = { $day } is still to come. Tell it when it has happened.

## The picture and the steps.

plan-picture = The steps over their weeks
plan-picture-load = Hours a week: { $hours } at most
plan-picture-money = Money as it adds up: { $cost } in all
plan-key-critical = the arrival hangs on it
plan-key-free = can wait
plan-key-slack = room to wait
plan-key-until = must be done by
plan-as-table = All weeks as tables
plan-weeks-table = Week by week
plan-column-step = Step
plan-column-begins = Begins
plan-column-ends = Ends
plan-column-hours = Hours
plan-column-weeks = Weeks
plan-column-dollars = Dollars
plan-column-cost = Cost
plan-column-slack = Can wait
plan-column-week = Week of
plan-column-room = Room
plan-column-paid = Paid in all
plan-steps-title = Step by step
plan-done = Done
plan-more-of-step = Why then, and what would be without it
plan-of-your-time = of your time
plan-at-least-to-wait = from beginning to end
plan-assumed = assumed
plan-your-figure = your own figure
plan-what-happened = What happened?
plan-field-day = On this day
plan-field-weeks = Weeks it takes
plan-tell-done = Done
plan-tell-begun = Begun
plan-tell-slipped = Not before this day
plan-tell-failed = Not passed
plan-tell-takes = Note it

## What the history and the calendar say.

plan-wanted-title = The way to { $goals }
plan-agreed-title = Agreed to a plan that arrives on { $day }
plan-given-up-title = Gave up the agreed plan
plan-told-done = { $step }: done on { $day }
plan-told-begun = { $step }: begun on { $day }
plan-told-slipped = { $step }: not before { $day }
plan-told-takes =
    { $weeks ->
        [one] { $step }: takes { $weeks } week
       *[other] { $step }: takes { $weeks } weeks
    }
plan-told-failed = { $step }: not passed on { $day }
# $key: what the figure is of.
plan-figure-title = Your own figure for { $key }
plan-calendar = Rung: the way up
plan-calendar-of = Rung: { $name }, the way up

## The way on paper.

plan-paper-of = { $name }: the way up
plan-paper-made = Made on { $day }.
plan-paper-proof = An independent checker has accepted the proof: no plan within these wishes does better.
plan-paper-sources = Sources
plan-as-pdf = PDF
