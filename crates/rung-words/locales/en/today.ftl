# What to do now and why, the ladder, the ledger, what if. Days are written 2027-05-31 here; pages turn them into dates.

## How urgent something is: headings.

today-urgency-now = Now
today-urgency-soon = Soon
today-urgency-later = Later
today-urgency-someday = When you like

## What to do, in a few words. $name: the credential, or "your record".

today-your-record = your record
today-title-reinstate = Bring back { $name }
today-title-send-again = Send in the renewal of { $name } again
today-title-renew = Renew { $name }
# $what: the words of the rule.
today-title-missing = { $what } is missing for { $name }
today-title-meet = Meet { $count } requirements of { $name }
today-title-earn = Earn { $hours } for { $name }
# $title: the activity.
today-title-attend = Attend: { $title }
today-title-take = Take: { $title }
# $body: a board or certifying body.
today-title-ask = Ask the { $body }
today-title-ask-the-board = Ask the board
# $count: verdicts that the answer settles.
today-title-answer = { $count ->
    [one] Answer a question
   *[other] Answer a question that settles { $count } verdicts
}
today-title-await = Wait for the approval of { $name }
today-title-rules-change = From { $day } other rules hold for { $name }
today-title-coming = { $name } changes
today-title-coming-rule = A rule changes
today-title-start-over = { $name } is gone
# $count: credits.
today-title-document = { $count ->
    [one] Keep the certificate of a credit for { $name }
   *[other] Keep the certificates of { $count } credits for { $name }
}
today-title-apply = You may apply for { $name }

## Why. $left: how far the day is, such as "12 days left".

today-why-expired = It expired on { $day }
today-why-expired-someday = It expired
# What is open after expiry, where the catalogue has no name for it.
today-bringing-it-back = bringing it back
# $expired: "It expired on …". $stage: what is open, such as "late renewal".
today-why-reinstate = { $expired }; { $stage } is open until { $day } ({ $left }).
today-why-reinstate-someday = { $expired }. No source tells how long { $stage } is open.
today-why-send-again = It was filed on { $filed } and sent back on { $returned }; it is not renewed.
today-why-opens = It opens on { $day }.
today-why-open-since = It is open since { $day }.
today-why-renew-late = The day to apply on time, { $by }, has gone by; it is good until { $expires } ({ $left }).
today-why-renew-by = Apply by { $by } ({ $left }); it is good until { $expires }.
today-why-renew = It is good until { $expires } ({ $left }).
# $what: the words of the rule.
today-short-of = { $short } of { $asked } short: { $what }
today-short = { $short } short: { $what }
today-and-more = and { $count } more
# $what: what is short, line by line.
today-why-earn-too-late = { $what }. The days for it went by on { $day }.
today-why-earn = { $what }. The last day is { $day } ({ $left }).
today-why-earn-at-a-pace = { $what }. The last day is { $day } ({ $left }). That is { $hours } a month.
today-why-planned-before = It was planned for { $day }.
today-why-planned = It is planned for { $day } ({ $left }).
today-why-planned-for = It is planned for { $day } ({ $left }), { $hours }.
today-why-planned-at = It is planned for { $day } at { $time } ({ $left }).
today-why-planned-at-for = It is planned for { $day } at { $time } ({ $left }), { $hours }.
# $count: verdicts.
today-why-answer = { $count ->
    [one] A verdict is unknown without it.
   *[other] { $count } verdicts are unknown without it.
}
today-why-await = It was filed on { $day } and is not approved yet.
today-why-await-dead-zone = It was filed on { $day } and is not approved yet. Credit completed since then counts for neither period until it is approved.
# $changes: sentences on what changes.
today-why-rules-change = An application from { $day } on falls under them. { $changes }
today-why-rules-change-next = They hold for the period that begins on { $day }. { $changes }
# $what: the words of the catalogue.
today-why-coming = From { $day }: { $what }
# $expired: "It expired on …". $what: what it takes, in the words of the catalogue.
today-why-start-over-so = { $expired } and must be earned anew: { $what }.
today-why-start-over = { $expired } and must be earned anew.
# $titles: of the credits.
today-why-document = They count here and no certificate is kept, which an audit may ask for: { $titles }.
today-why-document-more = They count here and no certificate is kept, which an audit may ask for: { $titles } and { $count } more.
# $path: the way to the credential, in the words of the catalogue.
today-why-apply = Every condition is met ({ $path }).
today-why-apply-since-lately = Since a short while every condition is met ({ $path }).

## What rules ask otherwise. Parts of sentences. $what: the words of the rule.

today-changes-none = The lines that concern you ask the same.
today-changes-more = { $count ->
    [one] { $count } more change
   *[other] { $count } more changes
}
today-change-hours = { $after } instead of { $before }: { $what }
today-change-most = at most { $after } instead of { $before }: { $what }
today-change-new-hours = new, { $after }: { $what }
today-change-new-most = new, at most { $after }: { $what }
today-change-new = new: { $what }
today-change-otherwise = asked otherwise: { $what }
today-change-no-longer = no longer: { $what }

## What to do about it.

today-do-reinstate-now = Everything that is asked is there: apply now.
today-do-reinstate = Meet what is asked, then apply.
today-do-send-again = Correct what they ask, send it in again, and enter the day.
today-do-renew-ready = Everything that is asked is there: apply now, and enter the day on which you filed.
today-do-renew-ready-from = Everything that is asked is there: apply from { $day } on, and enter the day on which you filed.
today-do-renew-missing = Meet what is missing first, then apply now, and enter the day on which you filed.
today-do-renew-missing-from = Meet what is missing first, then apply from { $day } on, and enter the day on which you filed.
today-do-renew-unknown = Settle what is unknown first, then apply now, and enter the day on which you filed.
today-do-renew-unknown-from = Settle what is unknown first, then apply from { $day } on, and enter the day on which you filed.
today-do-earn-too-late = Ask the board what can be done.
today-do-meet = See what would meet it.
today-do-earn = Choose activities that count, or let a plan choose them.
today-do-enter = Enter it as a credit if you took it; move or drop it if you did not.
today-do-attend = Take it, and keep the certificate.
today-do-take = Register, or take it.
today-do-await = Enter the day of the approval when it comes.
today-do-await-dead-zone = Enter the day of the approval when it comes. Take no courses until then.
today-do-rules-change = Read what they ask, and plan for it.
today-do-coming = Read what changes.
today-do-start-over = See what it takes to get it again.
today-do-document = Add the certificate to each credit.
today-do-apply = See what the application asks.
# $steps: of the application, in the words of the catalogue.
today-do-apply-so = The application asks: { $steps }.
today-do-apply-so-for = The application asks: { $steps }. It costs { $cost } as far as is known.
# $what: what the fee is for, in the words of the catalogue.
today-fee = { $amount } for { $what }
# $fees: one or more.
today-fees = It costs { $fees }.

## The ladder: four rungs.

today-level-trainee = Trainee
today-level-technician = Technician
today-level-certified = Certified
today-level-advanced = Advanced
today-ladder-stands = You stand on the rung "{ $level }".
today-ladder-empty = Nothing in the record is on the ladder yet.
today-ladder-next-not-yet = Next is "{ $level }": its conditions are not met yet.
today-ladder-next-unknown = Next is "{ $level }": whether you may apply is not known yet.
today-ladder-next-open = { $count ->
    [one] Next is "{ $level }": you may apply for one of its credentials.
   *[other] Next is "{ $level }": you may apply for { $count } of its credentials.
}
today-ladder-tell-state = Tell us your state to see its rungs.

## Where a credit counts. $what: the words of the rule. $reason: why not, a part of a sentence.

# Parts of sentences; a full stop or a reason follows.
today-counts = Counts for { $what }
today-counts-carried = Counts for { $what }, carried over from an earlier period
today-counts-hours = Counts { $hours } for { $what }
today-counts-hours-carried = Counts { $hours } for { $what }, carried over from an earlier period
today-hours-not = { $hours } not: { $reason }
# $reasons: one or more.
today-counts-not = Does not count for { $what }: { $reasons }.
today-counts-for-nothing = Counts for nothing here: { $reason }.

## What if: differences. $title: the credential. $what: the words of the rule.

# $asked: what is asked, and by when.
today-diff-asked-new = { $title } asks { $asked }, which is not asked now.
today-diff-asked-no-more = { $title } no longer asks anything ({ $asked }).
today-hours-of = { $hours } of { $what }
today-more = { $count } more
today-to-be-renewed = to be renewed
today-a-renewal = a renewal
today-requirements = { $count ->
    [one] { $count } requirement
   *[other] { $count } requirements
}
today-by = { $what } by { $day }
# $before, $after: what can be done.
today-diff-route = { $title } { $after } (now it { $before }).
today-route-renew = can be renewed
today-route-reinstate = is expired and can be brought back
today-route-start-over = is gone and must be earned anew
today-route-none = asks nothing
# $what: which day, one of the four below.
today-diff-day = { $title } { $what } { $after } instead of { $before }.
today-diff-day-known = { $title } { $what } { $after }.
today-diff-day-unknown = It is not known when { $title } { $what }.
today-day-opens = opens for renewal
today-day-file-by = is to be renewed by
today-day-expires = expires
today-day-reinstate-by = can be brought back until
today-diff-met = Now met: { $what } ({ $title }).
today-diff-no-longer-met = No longer met: { $what } ({ $title }).
today-diff-no-longer-met-short = No longer met: { $what } ({ $title }), { $short } short.
today-diff-not-met = Not met: { $what } ({ $title }).
today-diff-no-longer-known = No longer known: { $what } ({ $title }).
today-diff-short-more = { $hours } more are missing of { $what } ({ $title }).
today-diff-short-less = { $hours } less are missing of { $what } ({ $title }).
# $apart: the difference.
today-diff-fees-more = { $apart } more in fees of { $title } ({ $after } instead of { $before }).
today-diff-fees-less = { $apart } less in fees of { $title } ({ $after } instead of { $before }).
today-diff-eligible = You may apply for { $name }.
today-diff-eligible-no-longer = You may no longer apply for { $name }.
today-diff-eligible-unknown = Whether you may apply for { $name } is not known.
today-diff-cost-more = { $apart } more for the plan ({ $after } instead of { $before }).
today-diff-cost-less = { $apart } less for the plan ({ $after } instead of { $before }).
today-diff-plan-hours = The plan takes { $after } instead of { $before }.
# $before, $after: a day, or "at once".
today-diff-finish = The plan is done { $after } instead of { $before }.
today-at-once = at once
today-diff-plan = There is a plan that does it, where there is none now.
today-diff-no-plan = No plan does it.
# $because: what is demanded.
today-diff-no-plan-because = No plan does it: { $because } cannot be had together.

## Home: the first run, and the frame of what to do now.

today-title = Today

# The first page. $states, $bodies, $credentials: how many the catalogue knows.
today-hero-owe = Know what you owe.
today-hero-rung = Reach the next rung.
today-hero-lead = Answer four questions or bring a transcript. Rung holds it against the rules of your state and your certifying bodies and shows what is met, what is missing and by when.
today-hero-coverage = { $states } jurisdictions, { $bodies } certifying bodies, { $credentials } credentials, each rule with its source
today-jump-questions = Answer four questions
today-jump-file = Bring a file
today-jump-samples = Meet a sample technician

# The four questions.
today-start-title = Tell what you hold
today-questions-title = Four questions
today-questions-text = Leave open what you do not know. It can be told later, and changed at any time.
today-unknown = I do not know yet
today-nothing = Nothing, or not yet
today-question-states = Which state do you work in?
# $number: which of the states.
today-state-label = { $number ->
    [1] State
   *[other] State { $number }
}
today-more-states = I work in more than one
today-question-holds = What do you hold?
today-holds-hint = A license, registration or certification. Its dates are printed on it; the day it expires matters most.
# $number: which of the credentials.
today-holds-label = { $number ->
    [1] Credential
   *[other] Credential { $number }
}
today-issued-label = First issued
today-expires-label = Expires
today-more-held = I hold more than one
today-question-works = Where do you work?
today-setting-label = Practice setting
today-since-label = Since
today-question-goal = Where do you want to go?
today-goal-label = Role or credential
today-goal-certifications = Certifications
today-goal-roles = Roles
today-start-send = Show what I owe
today-start-skip = Skip for now

# A file instead of answers.
today-bring-title = Or bring a file
today-bring-text = A CPE Monitor transcript (CSV, or the text of its PDF), any spreadsheet of credits saved as CSV, or a whole record of Rung. You see what was read before anything is kept.
today-bring-kept = The file that you brought is kept until the form is sent.
today-bring-send = Read it

# What is wrong with an answer. $count: how many answers.
today-fault-summary = { $count ->
    [one] One answer is not right yet. Nothing was lost.
   *[other] { $count } answers are not right yet. Nothing was lost.
}
today-fault-nothing = Answer at least one question, bring a file, or skip.
today-fault-choice = This is none of the choices. Choose one of the list.
today-fault-which-credential = These days belong to no credential. Choose which one it is.
today-fault-held-twice = You have told this one already.
today-fault-day = This is not a day. Write it like 2027-05-31.
today-fault-day-to-come = This day is yet to come.

# In the history. $name: the sample technician; $what: what was told; $goal: a role or credential.
today-history-sample-loaded = Loaded the sample { $name }
today-history-told = Told: { $what }
today-history-told-work = where you work
today-history-told-goal = goal { $goal }
today-history-begun = Began with an empty record

# The samples. $count: how many; $credits, $work: how many of each the sample has.
today-samples-title = Meet a sample technician
today-samples-text = Each is made up to show something. Try anything on them: your own record is not touched, and a sample is removed without a trace.
today-samples-more = { $count ->
    [one] { $count } more sample
   *[other] { $count } more samples
}
today-sample-counts = { $credits ->
    [one] { $credits } credit
   *[other] { $credits } credits
}, { $work ->
    [one] { $work } job
   *[other] { $work } jobs
}
today-sample-lapsed = something has expired

# What there is to do. $count: how many; $day: the next day that matters, $left: how far it is.
today-summary-now = { $count ->
    [one] One thing to do now.
   *[other] { $count } things to do now.
}
today-summary-soon = { $count ->
    [one] Nothing presses. It is time to begin one thing.
   *[other] Nothing presses. It is time to begin { $count } things.
}
today-summary-nothing = Nothing presses.
today-summary-next = The next day that matters is { $day } ({ $left }).
today-goals = { $count ->
    [one] Your goal:
   *[other] Your goals:
}
today-standing = Where you stand
today-obligations = What is asked of you
today-verdict-met = Met
today-verdict-not-met = Not met yet
today-verdict-unknown = Unknown
today-verdict-expired = Expired
today-verdict-nothing = Nothing asked
today-good-until = Good until { $day }
today-deadlines = Next deadlines
today-changes = What changes

# When no credential is told. $credits: how many credits are kept.
today-first-step-title = Tell what you hold
today-first-step-text = { $credits ->
    [0] Rung knows the rules of every state and certifying body. Which ones are yours follows from what you hold.
    [one] One credit is kept. Which rules it counts for follows from what you hold.
   *[other] { $credits } credits are kept. Which rules they count for follows from what you hold.
}
today-first-step-tell = Tell what you hold
today-first-step-sample = Look at a sample first
today-all-done-title = All done
today-all-done-text = Everything that is asked of you is met, and no day is near. Rung tells here when something is due.
today-all-done-explore = See what is open to you

# The ladder. $where: where one stands, in a sentence; $day: a credential's last day.
today-ladder-title = The ladder
today-ladder-label = The ladder: { $where }
today-ladder-all = Every rung, in words
today-ladder-next = next
today-ladder-nothing-known = nothing known here
today-step-good-until = good until { $day }
today-step-held = held
today-step-not-known = held, not known until when
today-step-lapsed = no longer good
today-step-open = you may apply
today-step-unknown = not known whether you may apply
today-step-not-yet = conditions not met yet
