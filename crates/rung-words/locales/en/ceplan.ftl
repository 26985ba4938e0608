# What to take: the plan, the activities that it chooses from, and what if.
ceplan-title = What to take
ceplan-to-what-if = What if …
ceplan-to-offerings = Activities
ceplan-wishes = Wishes
ceplan-budget = Budget in $
ceplan-hours-a-week = Hours a week
ceplan-no-limit = Leave it empty for no limit.
ceplan-save-wishes = Keep and plan
ceplan-horizon = Plan for what ends by
ceplan-horizon-hint = Empty: the periods that run now.
ceplan-plan = Plan
ceplan-all-met = Nothing to take: whatever courses can settle until { $day } is met.
ceplan-nothing-held = Add what you hold under Certifications first: then Rung knows what is owed.
ceplan-too-large = The numbers are too large to plan exactly.
ceplan-not-found = No plan was found in the time there is. Give it more room: a later day, a larger budget.
ceplan-aside = What courses do not settle
ceplan-take = Take these
ceplan-find = Find these
ceplan-find-text = No activity that is known here gives them. What to look for:

# $cost: money, $hours: in all.
ceplan-sum = { $cost } and { $hours }.
ceplan-sum-finish = Done by { $day }.
ceplan-sum-needs = { $count ->
    [one] For one thing no activity is known yet, so what it costs is not in the sum.
   *[other] For { $count } things no activity is known yet, so what they cost is not in the sum.
}
ceplan-proven = Proven best
ceplan-not-proven = Best found, not proven
ceplan-why-best = Why this is best
ceplan-why-best-text = Each is proven with whole numbers, and the proof can be checked by a program that shares nothing with the planner.
ceplan-from-today = Any day from today
ceplan-by = By { $day }
ceplan-at-the-latest = (at the latest { $day })
ceplan-nothing-fits = There is no plan within these wishes.
ceplan-reasons = These cannot all be met together
ceplan-reasons-minimal = Without any one of them there would be a plan.
ceplan-ways = Ways out

# What was typed and cannot be.
ceplan-fault-money = “{ $typed }” is not an amount of money. Write it like 120 or 19.95.
ceplan-fault-week = A week has 168 hours.
ceplan-fault-hours = “{ $typed }” is not a number of hours. Write it like 2 or 1.5.
ceplan-fault-day = “{ $typed }” is not a day. Write it like 2027-05-31.
ceplan-fault-early = Choose { $day } or a later day.
ceplan-fault-horizon = That day has gone by. Choose a later one.
ceplan-fault-do = This is not something that can be done with an activity.
ceplan-fault-done-day = Say on which day you completed it.
ceplan-fault-done-later = { $day } is still to come. Mark it done when it is.

# One activity.
ceplan-free = free
ceplan-only-on = only on { $day }
ceplan-until = until { $day }
ceplan-from = from { $day }
ceplan-live = live
ceplan-live-online = live online
ceplan-home-study = home study
ceplan-state-open = Open
ceplan-state-planned = Planned
ceplan-state-planned-on = Planned for { $day }
ceplan-state-registered = Registered
ceplan-state-registered-on = Registered for { $day }
ceplan-state-done = Done
ceplan-see-credit = See the credit
ceplan-change-state = Plan it, register, done …
ceplan-day = Day
ceplan-do-plan = Planned
ceplan-do-register = Registered
ceplan-do-done = Done: make it a credit
ceplan-do-open = Leave it open
ceplan-do-remove = Remove

# In the history. $title: the activity's.
ceplan-history-wishes = Changed what the plan may cost
ceplan-history-planned = Planned “{ $title }”
ceplan-history-registered = Registered for “{ $title }”
ceplan-history-open = Left “{ $title }” open
ceplan-history-removed = Removed the activity “{ $title }”
ceplan-history-done = Completed “{ $title }”: a new credit
ceplan-history-imported = { $count ->
    [one] Took in one activity
   *[other] Took in { $count } activities
}

# The list of activities.
ceplan-offerings-title = Activities you can take
ceplan-offerings-add = Add activities
ceplan-offerings-none = No activities yet
ceplan-offerings-none-text = Bring a list of activities with hours and prices: the plan then chooses the cheapest that meet everything, and proves it. Without one it says what to look for.
ceplan-offerings-count = { $count ->
    [0] None of these.
    [one] One activity.
   *[other] { $count } activities.
}
ceplan-show = Show
ceplan-show-all = All
ceplan-show-open = Open
ceplan-show-planned = Planned
ceplan-show-done = Done

# Bringing activities in.
ceplan-import-title = Add activities
ceplan-import-lead = A file of activities, or a web page of a provider that you saved. You see what is in it before anything is kept.
ceplan-import-file = File
ceplan-import-file-hint = JSON (rung-offerings/1), CSV with the same names, or a saved web page (.html).
ceplan-import-paste = Paste it instead
ceplan-import-text = Text
ceplan-import-look = Look at it
ceplan-import-example = What such a file looks like
ceplan-import-nothing = Choose a file, or paste its text.
ceplan-import-waited = The file is no longer at hand: it waits for an hour at most. Choose it once more.
ceplan-import-preview = What the file holds
ceplan-import-none = There is nothing in it that could be taken in. Nothing was kept.
ceplan-import-another = Choose another file
ceplan-import-count = { $new ->
    [0] Nothing new
    [one] One new activity
   *[other] { $new } new activities
}; { $again ->
    [0] none is known already.
    [one] one is known already and is brought up to date.
   *[other] { $again } are known already and are brought up to date.
}
ceplan-import-more = { $count ->
    [one] And one more, which is taken in too.
   *[other] And { $count } more, which are taken in too.
}
ceplan-import-keep = Take them in
ceplan-import-leave = Leave it
ceplan-import-skipped = { $count ->
    [one] One thing was passed over
   *[other] { $count } things were passed over
}
ceplan-import-hours = Hours
ceplan-import-price = Price in $
ceplan-import-price-hint = 0 when it is free.
ceplan-import-untold = The page does not tell it. What you leave empty is not taken in.
ceplan-import-faults = Faults

# What if.
ceplan-whatif-title = What if …
ceplan-whatif-lead = Try something out beside how it is. Nothing is changed.
ceplan-whatif-move = You move
ceplan-whatif-state = To this state
ceplan-whatif-from = From this day
ceplan-whatif-from-hint = Empty: today.
ceplan-whatif-leave = and give up the credentials of the states you leave
ceplan-whatif-less = You have less
ceplan-whatif-other = Something happens
ceplan-whatif-miss = You miss this renewal
ceplan-whatif-hold = You hold this too
ceplan-whatif-without = This credit does not count
ceplan-whatif-look = See what changes
ceplan-whatif-clear = Start again
ceplan-whatif-nothing = Choose something above.
ceplan-whatif-differs = What would be otherwise
ceplan-whatif-same = Nothing: everything stays as it is.
ceplan-whatif-now = As it is
ceplan-whatif-then = As it would be
ceplan-whatif-worse = Worse
ceplan-whatif-better = Better
ceplan-whatif-owed-nothing = Nothing is asked.
