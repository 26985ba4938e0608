# The rules themselves in sentences: what a line asks, which credits pass, what a condition wants. Days are written
# 2027-05-31 here; pages turn them into dates. Phrases grow from the inside: a message takes the phrase so far and adds to it.

## What a line asks.

asked-minimum = at least { $hours } h
asked-hours = hours
# $asked: "hours of …", a phrase of the messages here, as everywhere in this file.
asked-how-many-unknown = { $asked }; how many, no source tells
asked-maximum = at most { $hours } h
# $of: the id of another line.
asked-maximum-share = at most { $numerator }/{ $denominator } of the hours of "{ $of }"
asked-per-day = { $asked } on one day
asked-of = { $asked } of { $credits }
asked-in-addition = { $asked }, on top of the other hours
asked-course = one is enough, whatever its hours: { $credits }
asked-academic-credits = { $credits } academic credits
asked-all-of = all of the following
asked-unknown = no source says. { $question }
asked-applies = asked only if { $condition }

asked-each-calendar-year = { $asked } in each calendar year
asked-once-ever = { $asked }, once in a career
asked-before-end = { $asked } in the { $span } before the end

## Which credits pass.

asked-credits-any = any credit
# $which: "accredited by ACPE, live, about law".
asked-credits = credit { $which }
asked-credits-or = { $one }; or { $other }
asked-credits-accredited = accredited by { $bodies }
asked-credits-kind-accredited = { $kinds } accredited by { $bodies }
asked-credits-made-for = made for { $audience }
asked-credits-about = about { $topics }
asked-credits-law-of = about the law of { $state }
asked-credits-about-of = about { $topics }, that of { $state }
asked-credits-from = completed from { $day }
asked-credits-before = completed before { $day }
asked-credits-academic = { $credits } academic credits or more
asked-credits-grade = grade { $grade } or better
asked-credits-not = but no { $credits }

asked-kind-ce = continuing education
asked-kind-college-course = college courses
asked-kind-in-service = in-service training
asked-kind-presentation = presentations
asked-kind-volunteer = volunteer service
asked-kind-board-meeting = board meetings
asked-kind-exam = examinations passed
asked-kind-life-support = life-support courses
asked-kind-course = courses

asked-format-live = live
asked-format-live-online = live online
asked-format-home = home study

asked-audience-technician = technicians
asked-audience-pharmacist = pharmacists only
asked-audience-both = both technicians and pharmacists

# Who accredits or recognises: the board of a state.
asked-board-of = the { $state } board

## What a credit without hours of its own is worth.

asked-worth = { $kind } count { $rates }
asked-worth-academic = { $hours } h for each academic credit
asked-worth-each = { $hours } h each
asked-worth-or = { $one }, or { $other }

## What must be true of the technician. Clauses that also stand after "if".

asked-if-always = always
asked-if-and = { $one }, and { $other }
asked-if-or = { $one }, or { $other }
asked-if-first-period = it is the first period
asked-if-not-first-period = it is not the first period
asked-if-issued-between = it was first issued from { $from } on and before { $before }
asked-if-issued-from = it was first issued on { $from } or later
asked-if-issued-before = it was first issued before { $before }
# $bounds: one or two of the three messages below, joined by "and".
asked-if-held = you will have held it for { $bounds } when the period ends
asked-if-held-longer = { $span } or longer
asked-if-held-shorter = { $span } or shorter
asked-if-held-under = less than { $span }
asked-if-year-of-issue = the period ends in the year of the first issue
asked-if-years-after-issue = the period ends in the { $years ->
    [1] first
    [2] second
    [3] third
   *[other] { $years }th
} calendar year after that of the first issue
asked-if-duty = your work includes { $duties }
asked-if-setting = you work in { $settings }
asked-if-holds = you hold { $credentials }
asked-if-holds-some = you hold at least { $count } of { $credentials }
asked-if-holds-not = you do not hold { $credentials }
asked-if-age = you are { $years } or older
asked-if-schooling = you have { $schooling }
asked-if-confirmed = you confirm it
asked-if-not-denied = you do not say otherwise
asked-if-unknown = (no source says) { $question }
asked-if-not = it is not so that { $condition }

asked-if-work = you have { $work }
asked-work = work
asked-work-hours = { $hours } h of work
asked-work-length = { $length } of work
asked-work-both = { $hours } h and { $length } of work
asked-work-duty = { $work } with { $duties }
asked-work-setting = { $work } in { $settings }
asked-work-weekly = { $work } at { $hours } h a week or more
# $last: one of the three messages below.
asked-work-within = { $work } { $last }

asked-if-programme = you have completed a training programme
asked-programme-subject = { $programme } in { $subject }
asked-programme-recognised = { $programme } recognised by { $bodies }
asked-programme-within = { $programme } { $last }
asked-programme-soon = { $programme }, or will within { $span }

asked-last-days = in the last { $count ->
    [one] { $count } day
   *[other] { $count } days
}
asked-last-months = in the last { $count ->
    [one] { $count } month
   *[other] { $count } months
}
asked-last-years = in the last { $count ->
    [one] { $count } year
   *[other] { $count } years
}

## Exceptions. $why: in the words of the catalogue.

asked-except-nothing = nothing is asked
asked-except-hours = { $hours } h are asked
asked-except-per-month = { $hours } h for each month held are asked
asked-except-prorated = hours in proportion to the months held are asked
asked-except-if = { $asked } if { $condition } ({ $why })
asked-except-confirmed = { $asked } in this case, which you confirm: { $why }

## How long a period is and what ends it. $years: of which years.

asked-term = { $length }, { $ends }
asked-term-approval = { $term }; the next period starts on the day the renewal is approved
asked-term-carried = { $term }; one first issued within { $span } of an end is carried to the end after it
asked-ends-printed = ends on the day printed on it
asked-ends-anniversary = ends the day before the anniversary of the issue
asked-ends-issue-month = ends on the last day of the month of the issue
asked-ends-day = ends on { $day } { $years }
asked-ends-birth-month = ends on the last day of the month of birth { $years }
asked-ends-birthday = ends on the birthday { $years }
asked-years-even = of even years
asked-years-odd = of odd years
asked-years-every = of every year
asked-years-staggered = of even or odd years, as printed on it
asked-years-of-birth = of even years for one born in an even year, of odd years for the others

asked-by-before-end = { $span } before the end
asked-by-last-month = the first day of the month in which it ends

## Versions of rules.

asked-in-force-between = in force from { $from } until { $until }
asked-in-force-from = in force from { $from }
asked-in-force-until = in force until { $until }
asked-version-renewal = Renewal
asked-version-while-it-lasts = While it lasts
asked-version-duty = Duty "{ $duty }"
