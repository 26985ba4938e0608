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
